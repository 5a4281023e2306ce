using System.Text.RegularExpressions;

namespace Mlops.Architecture.Tests.Docs;

/// <summary>A document of the repository.</summary>
/// <param name="Path">Its path from the repository's root, with forward slashes.</param>
/// <param name="Text">All of it, with line feeds alone.</param>
internal sealed partial record MarkdownFile(string Path, string Text)
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        "bin",
        "obj",
        "artifacts",
        "TestResults",
    };

    /// <summary>Every document, without what builds write and without hidden folders.</summary>
    public static IReadOnlyList<MarkdownFile> All { get; } = [.. Find(Repository.Root)];

    public IReadOnlyList<MarkdownBlock> Blocks { get; } =
    [
        .. BlockPattern()
            .Matches(Text)
            .Select(match => new MarkdownBlock(
                Path,
                1 + Text.AsSpan(0, match.Groups["fence"].Index).Count('\n'),
                match.Groups["kind"].Value,
                match.Groups["name"].Value,
                match.Groups["language"].Value,
                match.Groups["content"].Value
            )),
    ];

    /// <summary>The text without its code blocks.</summary>
    public string Prose => BlockPattern().Replace(Text, "\n");

    /// <summary>Where its links and images point, anchors cut off; those to elsewhere are left out.</summary>
    public IEnumerable<string> RelativeLinks =>
        LinkPattern()
            .Matches(CodeSpanPattern().Replace(Prose, ""))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !SchemePattern().IsMatch(target));

    /// <summary>What stands in <c>`code`</c> within the text.</summary>
    public IEnumerable<string> CodeSpans =>
        CodeSpanPattern().Matches(Prose).Select(match => match.Groups["code"].Value.ReplaceLineEndings(" "));

    private static IEnumerable<MarkdownFile> Find(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var path = System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
            yield return new MarkdownFile(path, File.ReadAllText(file).ReplaceLineEndings("\n"));
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = System.IO.Path.GetFileName(child);
            foreach (var file in name.StartsWith('.') || NotOurs.Contains(name) ? [] : Find(child))
            {
                yield return file;
            }
        }
    }

    [GeneratedRegex(
        @"(?:^<!-- (?<kind>snippet|output): (?<name>[\w/]+) -->\n+)?(?<fence>^[ ]*```)(?<language>[\w#+-]*)[^\n]*\n(?<content>.*?)^[ ]*```[ ]*$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex SchemePattern();

    [GeneratedRegex(@"(?<ticks>`+)(?<code>[^`]+(?:\n[^`\n]+)*?)\k<ticks>")]
    private static partial Regex CodeSpanPattern();
}
