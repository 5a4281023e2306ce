using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Quality.Constraints;

/// <summary>The JSON of constraints, for machines and people alike: what has its default is left out.</summary>
internal static class ConstraintJson
{
    public static void Write(Utf8JsonWriter writer, DataConstraints constraints)
    {
        writer.WriteStartArray("constraints");
        foreach (var constraint in constraints.Constraints)
        {
            writer.WriteStartObject();
            writer.WriteString("id", constraint.Id);
            writer.WriteString("kind", constraint.Kind);
            ConstraintForms.Write(writer, constraint);
            if (constraint is RowConstraint { TolerableShare: > 0 } row)
            {
                writer.WriteReal("tolerableShare", row.TolerableShare);
            }

            if (constraint.Severity != ConstraintSeverity.Error)
            {
                writer.WriteString("severity", constraint.Severity.ToString());
            }

            if (constraint.Note.Length > 0)
            {
                writer.WriteString("note", constraint.Note);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (constraints.Reference is { } reference)
        {
            writer.WriteStartObject("reference");
            if (reference.Digest is { } digest)
            {
                writer.WriteString("digest", digest.ToString());
            }

            writer.WriteString("name", reference.Name);
            writer.WriteInteger("rows", reference.RowCount);
            writer.WriteEndObject();
        }
    }

    /// <summary>Reads an object with constraints, or the list of them.</summary>
    /// <exception cref="FormatException">They are malformed; the message says which.</exception>
    public static DataConstraints Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return new DataConstraints(ReadList(root));
        }

        ThrowIfUnknown(root, "the file", ["constraints", "kind", "reference", "schemaVersion"]);
        root.RequiredArray("constraints");
        var reference = root.TryGetProperty("reference", out var data)
            ? new CheckedData(
                data.RequiredString("name"),
                data.Required("rows").GetInteger(),
                data.TryGetProperty("digest", out var digest) ? ContentDigest.Parse(digest.GetString() ?? "") : null
            )
            : null;
        return new DataConstraints(ReadList(root.Required("constraints")), reference);
    }

    private static List<DataConstraint> ReadList(JsonElement list)
    {
        var constraints = new List<DataConstraint>();
        foreach (var element in list.EnumerateArray())
        {
            try
            {
                constraints.Add(ReadOne(element));
            }
            catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
            {
                throw new FormatException(
                    $"constraint {constraints.Count + 1}{Name(element)}: {error.Message.Split(" (Parameter")[0]}",
                    error
                );
            }
        }

        return constraints;
    }

    private static string Name(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object ? ""
        : element.TryGetProperty("id", out var id) ? $" ('{id}')"
        : element.TryGetProperty("kind", out var kind) ? $" (of kind '{kind}')"
        : "";

    private static DataConstraint ReadOne(JsonElement element)
    {
        var kind = element.RequiredString("kind");
        var form =
            ConstraintForms.All.FirstOrDefault(each => each.Kind == kind)
            ?? throw new FormatException(
                $"there is no kind '{kind}'. There are {string.Join(", ", ConstraintForms.All.Select(each => each.Kind))}."
            );
        ThrowIfUnknown(
            element,
            $"a constraint of kind '{kind}'",
            ["id", "kind", "note", "severity", .. form.Properties]
        );
        var constraint = form.Read(element);
        if (constraint is RowConstraint row && element.TryGetProperty("tolerableShare", out var share))
        {
            constraint = row with { TolerableShare = share.GetReal() };
        }

        return constraint with
        {
            Id = element.TryGetProperty("id", out _) ? element.RequiredString("id") : constraint.Id,
            Note = element.TryGetProperty("note", out _) ? element.RequiredString("note") : "",
            Severity = element.TryGetProperty("severity", out _)
                ? element.RequiredEnum<ConstraintSeverity>("severity")
                : ConstraintSeverity.Error,
        };
    }

    // A misspelt limit that is silently ignored would be no limit.
    private static void ThrowIfUnknown(JsonElement element, string what, IReadOnlyList<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException(
                $"{what} is a JSON object, not {element.ValueKind.ToString().ToLowerInvariant()}."
            );
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new FormatException(
                    $"'{property.Name}' is not a property of {what}; nearest is '{Nearest(known, property.Name)}', and there are {string.Join(", ", known)}."
                );
            }
        }
    }

    // What is cut short is nearer than what is misspelt.
    private static string Nearest(IReadOnlyList<string> known, string name) =>
        known
            .OrderBy(each => each.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(each => NearestNames.Distance(each, name))
            .First();
}
