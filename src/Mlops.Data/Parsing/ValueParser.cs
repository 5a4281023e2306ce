using System.Text;

namespace Mlops.Data.Parsing;

/// <summary>The one place that says which texts are which values, for files and for conversions alike.</summary>
internal static class ValueParser
{
    /// <summary>Cuts spaces and tabs from both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[0] is (byte)' ' or (byte)'\t')
            text = text[1..];
        while (text.Length > 0 && text[^1] is (byte)' ' or (byte)'\t')
            text = text[..^1];
        return text;
    }

    /// <summary>Whether the text spells a boolean: <c>true</c> or <c>false</c>, in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || Ascii.EqualsIgnoreCase(text, "false"u8);
    }

    /// <summary>Which kind a text spells. The kinds' spellings are disjoint, so there is one answer for each text.</summary>
    /// <param name="text">The text without surrounding spaces.</param>
    /// <param name="numbers">Reads the numbers.</param>
    public static ColumnKind KindOf(ReadOnlySpan<byte> text, NumberParser numbers)
    {
        if (numbers.TryParse(text, out _, out var spelling))
            return spelling.HasFlag(NumberSpelling.LeadingZero) ? ColumnKind.Category : ColumnKind.Number;
        if (TryBoolean(text, out _))
            return ColumnKind.Boolean;
        return IsoTimeParser.TryParse(text, out _) ? ColumnKind.Time : ColumnKind.Category;
    }

    /// <summary>Converts a text to a number: what spells one, and true and false as 1 and 0.</summary>
    public static bool TryToNumber(
        ReadOnlySpan<byte> text,
        NumberParser numbers,
        out double value,
        out NumberSpelling spelling
    )
    {
        if (numbers.TryParse(text, out value, out spelling))
            return true;
        if (!TryBoolean(text, out var boolean))
            return false;
        value = boolean ? 1 : 0;
        spelling = NumberSpelling.Integer;
        return true;
    }

    /// <summary>Converts a text to a code of a <see cref="BooleanColumn"/>: what spells a boolean, and numbers that are 0 or 1.</summary>
    public static bool TryToBoolean(ReadOnlySpan<byte> text, NumberParser numbers, out sbyte code)
    {
        code = BooleanColumn.Missing;
        if (TryBoolean(text, out var boolean))
        {
            code = boolean ? (sbyte)1 : (sbyte)0;
            return true;
        }

        return numbers.TryParse(text, out var number, out _) && TryToBoolean(number, out code);
    }

    /// <summary>Converts a number to a code of a <see cref="BooleanColumn"/>: 0, 1, and NaN as missing.</summary>
    public static bool TryToBoolean(double number, out sbyte code)
    {
        code = number switch
        {
            0 => 0,
            1 => 1,
            _ => BooleanColumn.Missing,
        };
        return code != BooleanColumn.Missing || double.IsNaN(number);
    }
}
