using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mlops.Conformance.Tests;

/// <summary>When an answer agrees with a reference: every number within atol + rtol |expected|.</summary>
internal static class Agreement
{
    public static bool Holds(JsonElement got, JsonElement want, double relative, double absolute)
    {
        if (AsNumber(want) is { } expected)
        {
            return AsNumber(got) is { } actual && Holds(actual, expected, relative, absolute);
        }

        return want.ValueKind switch
        {
            JsonValueKind.Array => got.ValueKind == JsonValueKind.Array
                && got.GetArrayLength() == want.GetArrayLength()
                && got.EnumerateArray()
                    .Zip(want.EnumerateArray())
                    .All(pair => Holds(pair.First, pair.Second, relative, absolute)),
            JsonValueKind.Object => got.ValueKind == JsonValueKind.Object
                && want.EnumerateObject()
                    .All(property =>
                        got.TryGetProperty(property.Name, out var value)
                        && Holds(value, property.Value, relative, absolute)
                    ),
            JsonValueKind.String => got.ValueKind == JsonValueKind.String && got.GetString() == want.GetString(),
            _ => got.ValueKind == want.ValueKind,
        };
    }

    public static bool Holds(double got, double want, double relative, double absolute)
    {
        if (double.IsNaN(want) || double.IsNaN(got))
        {
            return double.IsNaN(want) && double.IsNaN(got);
        }

        return double.IsInfinity(want) || double.IsInfinity(got)
            ? want.Equals(got)
            : Math.Abs(got - want) <= absolute + (relative * Math.Abs(want));
    }

    /// <summary>Short words stand alone in a message; longer ones may be part of a word.</summary>
    public static bool Names(string message, string word) =>
        Regex.IsMatch(
            message,
            word.Length > 3 ? Regex.Escape(word) : $@"\b{Regex.Escape(word)}\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    private static double? AsNumber(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String when value.ValueEquals("NaN") => double.NaN,
            JsonValueKind.String when value.ValueEquals("Infinity") => double.PositiveInfinity,
            JsonValueKind.String when value.ValueEquals("-Infinity") => double.NegativeInfinity,
            _ => null,
        };
}
