using System.Buffers;
using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Profiles;

public sealed partial class DatasetProfileDefinition
{
    /// <summary>Writes the definition as one JSON value, for <see cref="ReadDefinition"/>.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Sketches is null)
        {
            WriteColumns(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("columns");
        WriteColumns(writer);
        writer.WritePropertyName("sketches");
        Sketches.WriteTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <param name="definition">The JSON value.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DatasetProfileDefinition ReadDefinition(JsonElement definition)
    {
        var isSketched = definition.ValueKind == JsonValueKind.Object;
        if (!isSketched && definition.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("A profile's definition must be an array of columns, or an object with one.");
        }

        var sketches = isSketched ? SketchOptions.Read(definition.Required("sketches")) : null;
        var list = isSketched ? definition.RequiredArray("columns") : definition.EnumerateArray();
        ProfiledColumn[] columns = [.. list.Select(column => ReadColumn(column, isSketched))];
        var duplicate = columns
            .GroupBy(column => column.Schema.Name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        return duplicate is null
            ? new DatasetProfileDefinition(columns, sketches)
            : throw new FormatException($"Column '{duplicate.Key}' stands {duplicate.Count()} times.");
    }

    private byte[] CanonicalBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteTo(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return CanonicalJson.Serialize(document.RootElement);
    }

    private void WriteColumns(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var column in Columns)
        {
            Write(writer, column, Sketches is not null);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ProfiledColumn column, bool isSketched)
    {
        writer.WriteStartObject();
        if (column.Binning is { } binning)
        {
            writer.WritePropertyName("binning");
            binning.WriteTo(writer);
        }

        writer.WriteBoolean("isProtected", column.Schema.IsProtected);
        if (isSketched && column.Schema.Role is null)
        {
            writer.WriteBoolean("isRoleFound", true);
        }

        writer.WriteString("kind", column.Schema.Kind.ToString());
        writer.WriteString("name", column.Schema.Name);
        writer.WriteString("remark", column.Remark);
        writer.WriteString("role", column.Role.ToString());
        writer.WriteString("sourceType", column.Schema.SourceType.ToString());
        writer.WriteEndObject();
    }

    private static ProfiledColumn ReadColumn(JsonElement element, bool isSketched)
    {
        var role = element.RequiredEnum<ColumnRole>("role");
        var schema = new ColumnSchema(
            element.RequiredString("name"),
            element.RequiredEnum<ColumnKind>("kind"),
            element.RequiredEnum<SourceType>("sourceType")
        )
        {
            Role =
                element.TryGetProperty("isRoleFound", out var found) && found.ValueKind == JsonValueKind.True
                    ? null
                    : role,
            IsProtected = element.Required("isProtected").ValueKind == JsonValueKind.True,
        };
        var binning = element.TryGetProperty("binning", out var bins) ? NumericBinning.Read(bins) : null;
        var column = new ProfiledColumn(schema, role, element.RequiredString("remark"), binning);
        return (binning is not null) == (!isSketched && column.IsJudged && schema.Kind == ColumnKind.Number)
            ? column
            : throw new FormatException(
                $"Column '{schema.Name}': a judged number column of a reference has bins, and no other does."
            );
    }
}
