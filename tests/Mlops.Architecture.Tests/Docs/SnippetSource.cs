using System.Text.RegularExpressions;

namespace Mlops.Architecture.Tests.Docs;

/// <summary>The snippets in <c>samples/Snippets</c>, by <c>File/Name</c>.</summary>
/// <remarks>A snippet of several parts, such as its usings and its statements, is joined by empty lines.</remarks>
internal static partial class SnippetSource
{
    public static IReadOnlyDictionary<string, string> All { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "samples", "Snippets", "Documents"), "*.cs")
            .SelectMany(Parts)
            .GroupBy(part => part.Name, part => part.Code, StringComparer.Ordinal)
            .ToDictionary(parts => parts.Key, parts => string.Join("\n\n", parts), StringComparer.Ordinal);

    /// <summary>Code as it is compared: without common indentation, trailing spaces and outer empty lines.</summary>
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

    private static IEnumerable<(string Name, string Code)> Parts(string file) =>
        from match in SnippetPattern().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"))
        select (
            $"{Path.GetFileNameWithoutExtension(file)}/{match.Groups["name"].Value}",
            Normalize(match.Groups["code"].Value)
        );

    [GeneratedRegex(
        @"^ *// <snippet: (?<name>\w+)>\n(?<code>.*?)^ *// </snippet>$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex SnippetPattern();
}
