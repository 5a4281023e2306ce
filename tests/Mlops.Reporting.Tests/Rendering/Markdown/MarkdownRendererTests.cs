using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering;

namespace Mlops.Reporting.Tests.Rendering.Markdown;

public class MarkdownRendererTests
{
    [Fact]
    public void ToMarkdown_Everything_HasItsParts()
    {
        var markdown = Samples.Everything.ToMarkdown();

        Assert.StartsWith(
            "# Drift of credit-risk\n\nJuly against June\n\n> **✕ Fail.** 2 of 3 columns changed.\n",
            markdown,
            StringComparison.Ordinal
        );
        Assert.Contains("\n## Changes\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| income | 0.31 | 0.29 to 0.33 | ✕ Fail |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("distance; bound 0.1 (tolerated).\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| income | 1.2% | ✓ Pass |\n| age | 11% | ✕ Fail |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| income | 0.02 ✓ | 0.2 ✕ |\n", markdown, StringComparison.Ordinal);
        Assert.Contains(
            "<details>\n<summary>income</summary>\n\n### Components\n\n- one\n- two\n\n</details>\n",
            markdown,
            StringComparison.Ordinal
        );
        Assert.EndsWith("</details>\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_Histogram_IsTwoLinesOfBlocks()
    {
        var markdown = new ReportDocument(
            "t",
            [new HistogramChart("x", "d", [0, 1, 2], [1, 0], [0.5, 0.5])]
        ).ToMarkdown();

        var expected = "```text\n  Reference " + new string('█', 24) + "\n  Current   " + new string('▄', 48) + "\n";
        Assert.Contains(expected, markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_AnyDocument_HasOnlyTheTagsOfDetails() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(1, 3),
            Prop.ForAll(
                ArbitraryDocuments.Documents,
                document =>
                {
                    var rest = Regex.Replace(document.ToMarkdown(), "</?(details|details open|summary)>", "");
                    return !rest.Contains('<', StringComparison.Ordinal)
                        && !rest.Contains('\r', StringComparison.Ordinal);
                }
            )
        );

    [Fact]
    public void ToMarkdown_Tables_HaveAsManyCellsAsColumns()
    {
        var rows = Samples.Everything.ToMarkdown().Split('\n').Where(line => line.StartsWith('|')).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(Regex.Count(row, @"(?<!\\)\|"), new[] { 4, 5 }));
    }
}
