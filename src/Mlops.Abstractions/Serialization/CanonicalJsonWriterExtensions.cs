using System.Globalization;
using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>Writes and reads the numbers that JSON has no form for.</summary>
public static class CanonicalJsonWriterExtensions
{
    private const string NotANumber = "NaN";
    private const string PositiveInfinity = "Infinity";
    private const string NegativeInfinity = "-Infinity";

    /// <summary>Writes a number; NaN and infinities become the strings <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">Any double; -0 is written as 0, every other finite one so that it reads back bit for bit.</param>
    public static void WriteReal(this Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (double.IsFinite(value))
        {
            // Not WriteNumberValue: two powers of two would not read back, as EcmaScriptNumber says.
            Span<byte> text = stackalloc byte[EcmaScriptNumber.MaximumLength];
            writer.WriteRawValue(text[..EcmaScriptNumber.Format(value, text)], skipInputValidation: true);
        }
        else if (double.IsNaN(value))
        {
            writer.WriteStringValue(NotANumber);
        }
        else
        {
            writer.WriteStringValue(value > 0 ? PositiveInfinity : NegativeInfinity);
        }
    }

    /// <summary>Writes an integer; beyond 2^53, on either side of 0, it becomes a string of decimal digits.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">Any integer.</param>
    public static void WriteInteger(this Utf8JsonWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsExactAsDouble(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number as a property; NaN and infinities become strings.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="value">Any double.</param>
    public static void WriteReal(this Utf8JsonWriter writer, string property, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(property);
        writer.WriteReal(value);
    }

    /// <summary>Writes an integer as a property; beyond 2^53 it becomes a string.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="value">Any integer.</param>
    public static void WriteInteger(this Utf8JsonWriter writer, string property, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(property);
        writer.WriteInteger(value);
    }

    /// <summary>Reads what <see cref="WriteReal(Utf8JsonWriter, double)"/> wrote.</summary>
    /// <param name="element">A number, or one of the three strings.</param>
    /// <exception cref="FormatException">It is something else, or a number beyond the range of a double.</exception>
    public static double GetReal(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            var value = element.GetDouble();
            return double.IsFinite(value)
                ? value
                : throw new FormatException($"{Describe(element)} is beyond the range of a double.");
        }

        return TextOf(element) switch
        {
            NotANumber => double.NaN,
            PositiveInfinity => double.PositiveInfinity,
            NegativeInfinity => double.NegativeInfinity,
            _ => throw new FormatException(
                $"{Describe(element)} is not a number: a JSON number, \"NaN\", \"Infinity\" or \"-Infinity\" is."
            ),
        };
    }

    /// <summary>Reads what <see cref="WriteInteger(Utf8JsonWriter, long)"/> wrote.</summary>
    /// <param name="element">An integer number of at most 2^53 in size, or a string of decimal digits, perhaps after a minus sign.</param>
    /// <exception cref="FormatException">It is something else, or beyond the range of a 64-bit integer.</exception>
    public static long GetInteger(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            if (element.TryGetInt64(out var number) && IsExactAsDouble(number))
            {
                return number;
            }
        }
        else if (
            TextOf(element) is { } text
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            && text == parsed.ToString(CultureInfo.InvariantCulture)
        )
        {
            return parsed;
        }

        throw new FormatException(
            $"{Describe(element)} is not an integer: a JSON integer up to 2^53, or the decimal digits of one of up to 64 bits in a string, is."
        );
    }

    private static bool IsExactAsDouble(long value) =>
        value is >= -EcmaScriptNumber.LargestExactInteger and <= EcmaScriptNumber.LargestExactInteger;

    private static string? TextOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? JsonText.Of(element) : null;

    private static string Describe(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "A missing value" : Excerpt.Of(element.GetRawText());
}
