using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Quality.Constraints;

/// <summary>The properties that the kinds of constraints have in JSON.</summary>
internal static class ConstraintForms
{
    private const string Share = "tolerableShare";

    public static IReadOnlyList<ConstraintForm> All { get; } =
    [
        new("exists", ["column"], element => new ColumnExistsConstraint(Column(element))),
        new(
            "type",
            ["column", "type", "wholeNumbers", Share],
            element => new ColumnTypeConstraint(Column(element), element.RequiredEnum<ColumnKind>("type"))
            {
                WholeNumbers = element.TryGetProperty("wholeNumbers", out var whole) && whole.GetBoolean(),
            }
        ),
        new(
            "range",
            ["column", "maximum", "minimum", Share],
            element => new RangeConstraint(Column(element), Real(element, "minimum"), Real(element, "maximum"))
        ),
        new(
            "missing",
            ["column", "maximumShare"],
            element => new MissingShareConstraint(Column(element), element.Required("maximumShare").GetReal())
        ),
        new(
            "domain",
            ["column", "values", Share],
            element => new DomainConstraint(Column(element), [.. element.RequiredArray("values").Select(Text)])
        ),
        new(
            "unique",
            ["columns", Share],
            element => new UniquenessConstraint([.. element.RequiredArray("columns").Select(Text)])
        ),
        new(
            "length",
            ["column", "maximum", "minimum", Share],
            element => new LengthConstraint(Column(element), Length(element, "minimum"), Length(element, "maximum"))
        ),
        new(
            "pattern",
            ["column", "pattern", Share],
            element => new PatternConstraint(Column(element), element.RequiredString("pattern"))
        ),
        new(
            "rows",
            ["maximum", "minimum"],
            element => new RowCountConstraint(Integer(element, "minimum"), Integer(element, "maximum"))
        ),
        new(
            "freshness",
            ["column", "maximumHours"],
            element => new FreshnessConstraint(
                Column(element),
                TimeSpan.FromHours(element.Required("maximumHours").GetReal())
            )
        ),
        new(
            "monotony",
            ["column", "order", Share],
            element => new MonotonyConstraint(Column(element), element.RequiredEnum<MonotonyOrder>("order"))
        ),
        new("rule", ["rule", Share], element => new ExpressionConstraint(element.RequiredString("rule"))),
    ];

    public static void Write(Utf8JsonWriter writer, DataConstraint constraint)
    {
        switch (constraint)
        {
            case UniquenessConstraint:
                Write(writer, "columns", constraint.Columns);
                return;
            case RowCountConstraint rows:
                Write(writer, "minimum", rows.Minimum);
                Write(writer, "maximum", rows.Maximum);
                return;
            case ExpressionConstraint rule:
                writer.WriteString("rule", rule.Rule.Text);
                return;
        }

        writer.WriteString("column", constraint.Columns[0]);
        switch (constraint)
        {
            case ColumnTypeConstraint type:
                writer.WriteString("type", type.Type.ToString());
                if (type.WholeNumbers)
                {
                    writer.WriteBoolean("wholeNumbers", true);
                }

                break;
            case RangeConstraint range:
                Write(writer, "minimum", range.Minimum);
                Write(writer, "maximum", range.Maximum);
                break;
            case MissingShareConstraint missing:
                writer.WriteReal("maximumShare", missing.MaximumShare);
                break;
            case DomainConstraint domain:
                Write(writer, "values", domain.Values);
                break;
            case LengthConstraint length:
                Write(writer, "minimum", (long?)length.Minimum);
                Write(writer, "maximum", (long?)length.Maximum);
                break;
            case PatternConstraint pattern:
                writer.WriteString("pattern", pattern.Pattern);
                break;
            case FreshnessConstraint freshness:
                writer.WriteReal("maximumHours", freshness.MaximumAge.TotalHours);
                break;
            case MonotonyConstraint monotony:
                writer.WriteString("order", monotony.Order.ToString());
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, string property, double? value)
    {
        if (value is { } number)
        {
            writer.WriteReal(property, number);
        }
    }

    private static void Write(Utf8JsonWriter writer, string property, long? value)
    {
        if (value is { } number)
        {
            writer.WriteInteger(property, number);
        }
    }

    private static void Write(Utf8JsonWriter writer, string property, IEnumerable<string> values)
    {
        writer.WriteStartArray(property);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static string Column(JsonElement element) => element.RequiredString("column");

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? element.GetString()!
            : throw new FormatException($"{element} in a list is not a text; texts stand between double quotes.");

    private static double? Real(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.GetReal()
            : null;

    private static int? Length(JsonElement element, string property) =>
        Integer(element, property) switch
        {
            null => null,
            var value and >= 0 and <= int.MaxValue => (int)value,
            var value => throw new FormatException($"'{property}' is {value}, which is no length."),
        };

    private static long? Integer(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.GetInteger()
            : null;
}
