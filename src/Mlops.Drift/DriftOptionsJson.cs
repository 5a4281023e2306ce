using System.Collections.Immutable;
using System.Text.Json;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Serialization;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift;

/// <summary>The serialised form of <see cref="DriftOptions"/>. Bounds are stored as the distance that they come to.</summary>
internal static class DriftOptionsJson
{
    public static void Write(Utf8JsonWriter writer, DriftOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("adjustment", options.Adjustment.ToString());
        writer.WriteReal("bound", options.Bound.Distance);
        writer.WritePropertyName("categoricalRule");
        Write(writer, options.CategoricalRule);
        Write(writer, "columnBounds", options.ColumnBounds.Select(pair => (pair.Key, pair.Value.Distance)));
        Write(writer, "columnImportance", options.ColumnImportance.Select(pair => (pair.Key, pair.Value)));
        writer.WriteStartObject("columnRules");
        foreach (var (column, rule) in options.ColumnRules)
        {
            writer.WritePropertyName(column);
            Write(writer, rule);
        }

        writer.WriteEndObject();
        writer.WriteString("dependence", options.Dependence.Id);
        writer.WriteReal("equivalenceLevel", options.EquivalenceLevel);
        writer.WriteReal("falseDiscoveryRate", options.FalseDiscoveryRate);
        writer.WriteStartArray("furtherTests");
        foreach (var test in options.FurtherTests)
        {
            writer.WriteStringValue(test);
        }

        writer.WriteEndArray();
        writer.WriteReal("minimumEffectiveSize", options.MinimumEffectiveSize);
        writer.WritePropertyName("numericRule");
        Write(writer, options.NumericRule);
        writer.WriteReal("tolerableConversionFailureShare", options.TolerableConversionFailureShare);
        writer.WriteReal("tolerableFailedShare", options.TolerableFailedShare);
        writer.WriteEndObject();
    }

    /// <summary>Reads options. Rules and adjustment came with version 2, dependence and further tests with 3; before, rows were taken to be independent.</summary>
    public static DriftOptions Read(JsonElement element, int schemaVersion)
    {
        var options = ReadFirst(element) with
        {
            Dependence =
                schemaVersion < 3
                    ? RowDependence.Independent
                    : RowDependence.Parse(element.RequiredString("dependence")),
        };
        return schemaVersion < 2
            ? options
            : options with
            {
                Adjustment = element.RequiredEnum<PValueAdjustmentMethod>("adjustment"),
                CategoricalRule = ReadRule(element.Required("categoricalRule")),
                ColumnRules = Map(element, "columnRules")
                    .ToImmutableSortedDictionary(
                        pair => pair.Name,
                        pair => ReadRule(pair.Value),
                        StringComparer.Ordinal
                    ),
                NumericRule = ReadRule(element.Required("numericRule")),
                FurtherTests =
                    schemaVersion < 3
                        ? []
                        : element
                            .RequiredArray("furtherTests")
                            .Select(test => test.GetString() ?? "")
                            .ToImmutableSortedSet(StringComparer.Ordinal),
            };
    }

    private static DriftOptions ReadFirst(JsonElement element) =>
        new()
        {
            Bound = EffectBound.JensenShannon(element.Required("bound").GetReal()),
            ColumnBounds = Map(element, "columnBounds")
                .ToImmutableSortedDictionary(
                    pair => pair.Name,
                    pair => EffectBound.JensenShannon(pair.Value.GetReal()),
                    StringComparer.Ordinal
                ),
            ColumnImportance = Map(element, "columnImportance")
                .ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value.GetReal(), StringComparer.Ordinal),
            EquivalenceLevel = element.Required("equivalenceLevel").GetReal(),
            FalseDiscoveryRate = element.Required("falseDiscoveryRate").GetReal(),
            MinimumEffectiveSize = element.Required("minimumEffectiveSize").GetReal(),
            TolerableConversionFailureShare = element.Required("tolerableConversionFailureShare").GetReal(),
            TolerableFailedShare = element.Required("tolerableFailedShare").GetReal(),
        };

    private static JsonElement.ObjectEnumerator Map(JsonElement element, string property)
    {
        var map = element.Required(property);
        return map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject()
            : throw new FormatException($"'{property}' must be an object.");
    }

    private static DriftRule ReadRule(JsonElement element) =>
        DriftRule.Parse(
            element.RequiredString("id"),
            element.TryGetProperty("threshold", out var threshold) ? threshold.GetReal() : null
        );

    private static void Write(Utf8JsonWriter writer, DriftRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        if (!double.IsNaN(rule.Threshold))
        {
            writer.WriteReal("threshold", rule.Threshold);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string property, IEnumerable<(string Key, double Value)> map)
    {
        writer.WriteStartObject(property);
        foreach (var (key, value) in map)
        {
            writer.WriteReal(key, value);
        }

        writer.WriteEndObject();
    }
}
