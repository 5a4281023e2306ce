using System.Text.RegularExpressions;

namespace Mlops.Architecture.Tests.Docs;

public partial class DocumentCommandTests
{
    /// <summary>What System.CommandLine adds to every command.</summary>
    private static readonly string[] Common = ["--help", "--version"];

    private static readonly HashSet<string> Options =
    [
        .. Common,
        .. Repository
            .SourcesOf("Mlops.Cli")
            .SelectMany(file => DeclaredPattern().Matches(file.Text))
            .Select(match => match.Groups["option"].Value),
    ];

    [Fact]
    public void Options_OfTheTool_AreFound()
    {
        Assert.Contains("--fail-on", Options);
        Assert.Contains("--label", Options);
        Assert.DoesNotContain("--no-such-option", Options);
    }

    [Fact]
    public void Options_InADocument_AreOptionsOfTheTool() =>
        Rule.Holds(
            "An option of 'mlops' that a document mentions is one that it has.",
            from file in MarkdownFile.All
            from command in Commands(file)
            from match in UsedPattern().Matches(command)
            where !Options.Contains(match.Value)
            select $"{file.Path}: {match.Value} in '{command}'"
        );

    // A line or a code span that calls the tool, or a span that begins with an option, which is then the tool's.
    private static IEnumerable<string> Commands(MarkdownFile file) =>
        file
            .Blocks.Where(block => block.Language is "" or "sh" or "bash" or "shell" or "console" or "yaml")
            .SelectMany(block => block.Content.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            .Select(line => line.Trim())
            .Where(CallsTheTool)
            .Concat(
                file.CodeSpans.Where(span => CallsTheTool(span) || span.StartsWith("--", StringComparison.Ordinal))
            );

    private static bool CallsTheTool(string text) => ToolPattern().IsMatch(text);

    [GeneratedRegex(@"(?:^|[$;&|] *|run: *)mlops ")]
    private static partial Regex ToolPattern();

    [GeneratedRegex(@"""(?<option>--[a-z][a-z-]*)""")]
    private static partial Regex DeclaredPattern();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*")]
    private static partial Regex UsedPattern();
}
