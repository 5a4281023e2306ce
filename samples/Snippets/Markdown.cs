using System.Text.RegularExpressions;

namespace Snippets;

/// <summary>A document of the repository.</summary>
/// <remarks>
/// <c>&lt;!-- snippet: Name --&gt;</c> stands before the code of a snippet and <c>&lt;!-- output: Name --&gt;</c> before what it prints.
/// </remarks>
internal sealed partial class Markdown
{
    private readonly string _path;
    private string _text;

    private Markdown(string path)
    {
        _path = path;
        _text = File.ReadAllText(path);
    }

    public static IReadOnlyList<Markdown> Find(string root) =>
        [
            .. new[] { root, Path.Combine(root, "docs") }
                .Concat(Directory.EnumerateDirectories(Path.Combine(root, "docs")))
                .Concat(Directory.EnumerateDirectories(Path.Combine(root, "src")))
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
                .Order(StringComparer.Ordinal)
                .Select(path => new Markdown(path)),
        ];

    /// <summary>What the document says that a snippet prints.</summary>
    public IEnumerable<string> OutputsOf(string snippet) =>
        from match in BlockPattern().Matches(_text)
        where match.Groups["kind"].Value == "output" && match.Groups["name"].Value == snippet
        select match.Groups["content"].Value;

    /// <summary>Puts the snippets' code, and what they printed, where the document names them.</summary>
    public void Update(IReadOnlyDictionary<string, string> printed) =>
        _text = BlockPattern()
            .Replace(
                _text,
                match =>
                {
                    var name = match.Groups["name"].Value;
                    var isCode = match.Groups["kind"].Value == "snippet";
                    return $"{match.Groups["head"].Value}{(isCode ? Checkout.SnippetCode(name) : printed[name])}```";
                }
            );

    public void Save()
    {
        if (File.ReadAllText(_path) != _text)
        {
            File.WriteAllText(_path, _text);
        }
    }

    [GeneratedRegex(
        @"(?<head>^<!-- (?<kind>snippet|output): (?<name>[\w/]+) -->\n+```\w*\n)(?<content>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex BlockPattern();
}
