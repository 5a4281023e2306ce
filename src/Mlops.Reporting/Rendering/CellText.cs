using System.Globalization;
using System.Text;

namespace Mlops.Reporting.Rendering;

/// <summary>Text measured in a terminal's cells: wide East Asian characters and emoji take two, combining marks none.</summary>
internal static class CellText
{
    private const string Ellipsis = "…";

    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>The text, cut with an ellipsis when it takes more cells than there are; never inside a character.</summary>
    public static string Truncate(string text, int cells)
    {
        if (Width(text) <= cells)
        {
            return text;
        }

        return cells < 1 ? "" : Head(text, cells - 1).TrimEnd(' ') + Ellipsis;
    }

    /// <summary>As much of the text's start as the cells hold: whole characters, but parts of one that alone is too wide.</summary>
    public static string Head(string text, int cells)
    {
        var length = Fit(text, cells, static (s, at) => StringInfo.GetNextTextElementLength(s, at));
        return text[
            ..(length > 0 ? length : Fit(text, cells, static (s, at) => Rune.GetRuneAt(s, at).Utf16SequenceLength))
        ];
    }

    private static int Fit(string text, int cells, Func<string, int, int> next)
    {
        var (length, width) = (0, 0);
        while (length < text.Length)
        {
            var step = next(text, length);
            width += Width(text.Substring(length, step));
            if (width > cells)
            {
                break;
            }

            length += step;
        }

        return length;
    }

    public static string PadRight(string text, int cells) => text + new string(' ', Math.Max(0, cells - Width(text)));

    public static string PadLeft(string text, int cells) => new string(' ', Math.Max(0, cells - Width(text))) + text;

    private static int Width(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x300)
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(value) ? 2 : 1,
        };
    }

    // The blocks that Unicode's East Asian Width (UAX #11) gives as wide, and the emoji blocks.
    private static bool IsWide(int value) =>
        value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0x303E)
                or (>= 0x3041 and <= 0xA4CF)
                or (>= 0xA960 and <= 0xA97F)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1F64F)
                or (>= 0x1F680 and <= 0x1F6FF)
                or (>= 0x1F900 and <= 0x1F9FF)
                or (>= 0x20000 and <= 0x3FFFD);
}
