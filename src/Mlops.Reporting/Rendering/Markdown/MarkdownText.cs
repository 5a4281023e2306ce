using System.Text;

namespace Mlops.Reporting.Rendering.Markdown;

/// <summary>Text as GitHub-flavoured Markdown that shows exactly that text: no emphasis, link, HTML, table border, formula or mention.</summary>
internal static class MarkdownText
{
    /// <summary>The text on one line, escaped for any place in a paragraph, heading, list or table cell.</summary>
    public static string Escape(string? text)
    {
        var line = SafeText.OneLine(text);
        var result = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '#' or '$' => result.Append('\\').Append(c),
                '_' when !IsInsideWord(line, i) => result.Append('\\').Append(c),
                '-' or '+' or '=' when i == 0 && IsMarker(line, i) => result.Append('\\').Append(c),
                '.' or ')' when IsListNumber(line, i) => result.Append('\\').Append(c),
                '@' when IsMention(line, i) => result.Append("@\u200B"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>The text for inside an HTML tag, where Markdown's own signs mean nothing.</summary>
    public static string EscapeHtml(string? text)
    {
        var line = SafeText.OneLine(text);
        var result = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            _ = line[i] switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '@' when IsMention(line, i) => result.Append("@\u200B"),
                _ => result.Append(line[i]),
            };
        }

        return result.ToString();
    }

    private static bool IsListNumber(string line, int end) =>
        end is > 0 and < 10 && IsMarker(line, end) && line.AsSpan(0, end).IndexOfAnyExceptInRange('0', '9') < 0;

    // "- 3" begins a list and "---" is a rule; "-3" and "0.5" are numbers.
    private static bool IsMarker(string line, int i) =>
        i + 1 == line.Length || line[i + 1] == ' ' || line[i + 1] == line[i];

    // Only at a word's edge does an underscore begin or end emphasis; names of columns stay readable.
    private static bool IsInsideWord(string line, int i) =>
        i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]);

    // Somebody's address stays as it is; a name after a lone @ would notify whoever bears it.
    private static bool IsMention(string line, int i) =>
        i + 1 < line.Length && (i == 0 || !char.IsLetterOrDigit(line[i - 1]));
}
