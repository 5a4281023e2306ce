using System.Globalization;
using System.Text;

namespace Mlops.Reporting.Rendering;

/// <summary>Makes any text safe to write anywhere: names of columns and categories come from data, which may be hostile.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text on one line: white space of any kind becomes single spaces; control characters, lone surrogates, noncharacters
    /// and the controls that reorder a line (Boucher and Anderson 2021) become U+FFFD.
    /// </summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsClean(text))
        {
            return text ?? "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value is not (0xA0 or 0x202F))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (IsHarmful(rune))
            {
                result.Append(Replacement);
            }
            else
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>The lines of a text, each made safe as <see cref="OneLine"/> does; none for an empty text.</summary>
    public static IEnumerable<string> Lines(string? text) =>
        string.IsNullOrEmpty(text) ? [] : text.ReplaceLineEndings("\n").Split('\n').Select(OneLine);

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static bool IsClean(string text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && previous == ' '))
            {
                return false;
            }

            previous = c;
        }

        return previous != ' ';
    }
}
