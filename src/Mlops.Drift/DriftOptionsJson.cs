using System.Collections.Immutable;
using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift;

/// <summary>The serialised form of <see cref="DriftOptions"/>. Bounds are stored as the distance that they come to.</summary>
internal static class DriftOptionsJson
{
    public static void Write(Utf8JsonWriter writer, DriftOptions options)
    {
        writer.WriteStartObject();
        writer.WriteReal("bound", options.Bound.Distance);
        Write(writer, "columnBounds", options.ColumnBounds.Select(pair => (pair.Key, pair.Value.Distance)));
        Write(writer, "columnImportance", options.ColumnImportance.Select(pair => (pair.Key, pair.Value)));
        writer.WriteReal("equivalenceLevel", options.EquivalenceLevel);
        writer.WriteReal("falseDiscoveryRate", options.FalseDiscoveryRate);
        writer.WriteReal("minimumEffectiveSize", options.MinimumEffectiveSize);
        writer.WriteReal("tolerableConversionFailureShare", options.TolerableConversionFailureShare);
        writer.WriteReal("tolerableFailedShare", options.TolerableFailedShare);
        writer.WriteEndObject();
    }

    public static DriftOptions Read(JsonElement element) =>
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
            : throw new FormatException($"'{property}' must be an object of numbers.");
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
