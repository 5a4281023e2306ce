using System.Text.RegularExpressions;
using Mlops.Cli.Drift;

namespace Mlops.Cli.Tests.Docs;

/// <summary>The templates that people copy call the tool as it is, and the page shows them as they are.</summary>
public partial class PipelineTemplateTests
{
    private static readonly string Docs = Path.Combine(Root(), "docs");

    public static TheoryData<string> Templates =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Docs, "ci"), "*.yml")
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Templates_Folder_HasThem() =>
        Assert.Equal(
            ["azure-pipelines.yml", "github-actions-profiles.yml", "github-actions.yml", "gitlab-ci.yml"],
            Templates.Select(row => row.Data)
        );

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_Command_IsOneThatTheToolTakes(string template)
    {
        var commands = CommandPattern().Matches(Text(template));

        var command = Assert.Single(commands);
        string[] words = [.. WordPattern().Matches(command.Groups["words"].Value).Select(match => match.Value)];
        var parsed = DriftCommand.Create(TextWriter.Null, TextWriter.Null).Parse(words);
        Assert.Empty(parsed.Errors);
        Assert.Empty(parsed.UnmatchedTokens);
        Assert.Contains("--junit", words);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_ReportsThatArePublished_AreThoseThatAreWritten(string template)
    {
        var text = Text(template);
        var written = CommandPattern().Match(text).Value;

        Assert.All(
            ReportPattern().Matches(text),
            match => Assert.Contains(match.Value, written, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_Layout_IsYamls(string template)
    {
        var lines = Text(template).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, indent) = (lines[i], lines[i].Length - lines[i].TrimStart(' ').Length);
            Assert.DoesNotContain('\t', line);
            Assert.True(indent % 2 == 0, $"{template}, line {i + 1}: an indent of {indent}.");
            Assert.True(line == line.TrimEnd(), $"{template}, line {i + 1}: blanks at its end.");
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Page_OfPipelines_ShowsTheTemplateAsItIs(string template) =>
        Assert.Contains(
            $"```yaml\n{Text(template)}```\n",
            File.ReadAllText(Path.Combine(Docs, "ci.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );

    private static string Text(string template) =>
        File.ReadAllText(Path.Combine(Docs, "ci", template)).ReplaceLineEndings("\n");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mlops.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Mlops.Sdk.sln is not in any folder above {AppContext.BaseDirectory}.");
    }

    // From "mlops drift" to the last line that continues it: after a backslash, or of a folded scalar that begins with an option.
    [GeneratedRegex(@"^ +mlops drift(?<words>.*(?:\n +--.*)*)$", RegexOptions.Multiline)]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"[^\s\\]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"reports/[\w.-]+")]
    private static partial Regex ReportPattern();
}
