using System.Globalization;
using System.Text;

namespace Mlops.Data.Parsing;

/// <summary>Reads numbers from UTF-8 text, to the nearest double.</summary>
/// <remarks>
/// A sign, digits, a decimal separator and an exponent, as in <c>-12.5e3</c>, <c>.5</c> and <c>5.</c>; <c>NaN</c>, <c>inf</c> and <c>Infinity</c> in any
/// case. No group separators: <c>1,234</c> means different numbers to different people.
/// </remarks>
internal sealed class NumberParser
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const ulong LargestExactMantissa = 1UL << 53;
    private const int MostMantissaDigits = 19;

    // Powers of ten that are doubles exactly: with a mantissa up to 2^53, one multiplication or division rounds once,
    // and so correctly (Clinger, 1990).
    private static ReadOnlySpan<double> ExactPowers =>
        [
            1,
            1e1,
            1e2,
            1e3,
            1e4,
            1e5,
            1e6,
            1e7,
            1e8,
            1e9,
            1e10,
            1e11,
            1e12,
            1e13,
            1e14,
            1e15,
            1e16,
            1e17,
            1e18,
            1e19,
            1e20,
            1e21,
            1e22,
        ];

    private readonly CultureInfo _culture;
    private readonly byte _decimalSeparator;

    /// <summary>Makes a parser.</summary>
    /// <param name="culture">Whose decimal separator is read; it must be one ASCII character.</param>
    public NumberParser(CultureInfo culture)
    {
        _culture = culture;
        var separator = culture.NumberFormat.NumberDecimalSeparator;
        if (separator.Length != 1 || !char.IsAscii(separator[0]))
        {
            throw new ArgumentException(
                $"The decimal separator of culture '{culture.Name}' is '{separator}'; one that is a single ASCII character can be read.",
                nameof(culture)
            );
        }

        _decimalSeparator = (byte)separator[0];
    }

    /// <summary>The parser of <c>1.5</c>.</summary>
    public static NumberParser Invariant { get; } = new(CultureInfo.InvariantCulture);

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text without surrounding spaces.</param>
    /// <param name="value">The nearest double; infinite beyond the range, NaN for <c>NaN</c>.</param>
    /// <param name="spelling">How it was written.</param>
    public bool TryParse(ReadOnlySpan<byte> text, out double value, out NumberSpelling spelling)
    {
        value = double.NaN;
        spelling = NumberSpelling.None;
        var i = 0;
        var isNegative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            isNegative = text[0] == (byte)'-';
            i = 1;
        }

        // Beyond 19 digits the mantissa overflows; then the runtime reads the text again.
        ulong mantissa = 0;
        var firstDigit = i;
        for (; i < text.Length && IsDigit(text[i]); i++)
            mantissa = unchecked((mantissa * 10) + (ulong)(text[i] - '0'));
        var wholeDigits = i - firstDigit;
        var fractionDigits = 0;
        var isInteger = true;
        if (i < text.Length && text[i] == _decimalSeparator)
        {
            isInteger = false;
            var firstFraction = ++i;
            for (; i < text.Length && IsDigit(text[i]); i++)
                mantissa = unchecked((mantissa * 10) + (ulong)(text[i] - '0'));
            fractionDigits = i - firstFraction;
        }

        if (wholeDigits + fractionDigits == 0)
            return TryParseWord(text[firstDigit..], isNegative, out value);

        var exponent = 0;
        if (i < text.Length && text[i] is (byte)'e' or (byte)'E')
        {
            isInteger = false;
            if (!TryParseExponent(text, ref i, out exponent))
                return false;
        }

        if (i != text.Length)
            return false;
        if (isInteger)
            spelling |= NumberSpelling.Integer;
        if (wholeDigits > 1 && text[firstDigit] == (byte)'0')
            spelling |= NumberSpelling.LeadingZero;

        var scale = exponent - fractionDigits;
        if (
            wholeDigits + fractionDigits > MostMantissaDigits
            || mantissa > LargestExactMantissa
            || scale is < -22 or > 22
        )
            return double.TryParse(text, Style, _culture, out value);
        var magnitude = scale < 0 ? mantissa / ExactPowers[-scale] : mantissa * ExactPowers[scale];
        value = isNegative ? -magnitude : magnitude;
        return true;
    }

    private static bool IsDigit(byte character) => (uint)(character - '0') <= 9;

    private static bool TryParseExponent(ReadOnlySpan<byte> text, ref int i, out int exponent)
    {
        exponent = 0;
        i++;
        var isNegative = i < text.Length && text[i] == (byte)'-';
        if (i < text.Length && text[i] is (byte)'-' or (byte)'+')
            i++;
        var first = i;
        for (; i < text.Length && IsDigit(text[i]); i++)
            exponent = Math.Min((exponent * 10) + (text[i] - '0'), 100_000);
        if (isNegative)
            exponent = -exponent;
        return i > first;
    }

    private static bool TryParseWord(ReadOnlySpan<byte> word, bool isNegative, out double value)
    {
        value = double.NaN;
        if (Ascii.EqualsIgnoreCase(word, "nan"u8))
            return true;
        if (!Ascii.EqualsIgnoreCase(word, "inf"u8) && !Ascii.EqualsIgnoreCase(word, "infinity"u8))
            return false;
        value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return true;
    }
}
