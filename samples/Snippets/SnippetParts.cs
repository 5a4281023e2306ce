using System.Text.RegularExpressions;

namespace Snippets;

/// <summary>Finds the code between the marks of snippets; the tests of the documents compile this file too.</summary>
/// <remarks>A snippet may have several parts, such as its usings at the top of the file: an empty line joins them.</remarks>
internal static partial class SnippetParts
{
    /// <summary>The code of each snippet in a source text, by name.</summary>
    public static Dictionary<string, string> In(string source) =>
        SnippetPattern()
            .Matches(source.ReplaceLineEndings("\n"))
            .GroupBy(
                match => match.Groups["name"].Value,
                match => Normalize(match.Groups["code"].Value),
                StringComparer.Ordinal
            )
            .ToDictionary(parts => parts.Key, parts => string.Join("\n\n", parts), StringComparer.Ordinal);

    /// <summary>Code without common indentation, trailing spaces and outer empty lines.</summary>
    public static string Normalize(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var indent = lines
            .Where(line => line.Length > 0)
            .Select(line => line.Length - line.TrimStart(' ').Length)
            .DefaultIfEmpty(0)
            .Min();
        return string.Join("\n", lines.Select(line => line.Length > 0 ? line[indent..] : line)).Trim('\n');
    }

    [GeneratedRegex(
        @"^ *// <snippet: (?<name>\w+)>\n(?<code>.*?)^ *// </snippet>$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex SnippetPattern();
}
