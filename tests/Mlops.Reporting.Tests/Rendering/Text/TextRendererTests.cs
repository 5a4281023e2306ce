using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering;

namespace Mlops.Reporting.Tests.Rendering.Text;

public class TextRendererTests
{
    [Fact]
    public void ToText_AnyDocument_FitsTheWidth() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 3),
            Prop.ForAll(
                ArbitraryDocuments.Documents,
                Gen.Choose(40, 160).ToArbitrary(),
                (document, width) =>
                {
                    var lines = document.ToText(width).Split('\n');
                    return lines.All(line =>
                        CellText.Width(line) <= width && !line.EndsWith(' ') && line.All(IsPrintable)
                    );
                }
            )
        );

    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(100)]
    [InlineData(1000)]
    public void ToText_DegenerateCharts_FitTheWidth(int width) =>
        Assert.All(
            Samples.Degenerate.ToText(width).Split('\n'),
            line => Assert.True(CellText.Width(line) <= width, line)
        );

    [Fact]
    public void ToText_TooNarrow_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Samples.Everything.ToText(39));

    [Fact]
    public void ToText_Verdict_StandsOut()
    {
        var text = Samples.Everything.ToText(60);

        Assert.Contains("\n ✕ FAIL  2 of 3 columns changed.\n   Income moved.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Table_IsAligned()
    {
        var table = new TableBlock(
            "Caption",
            [new("Name"), new("Count", true)],
            [
                ["a", "1"],
                ["long name", "1,000"],
            ]
        );

        var expected = "t\n=\n\nCaption\nName       Count\n---------  -----\na              1\nlong name  1,000\n";
        Assert.Equal(expected, new ReportDocument("t", [table]).ToText());
    }

    [Fact]
    public void ToText_WideTable_CutsTheWidestColumnFirst()
    {
        var table = new TableBlock(
            "",
            [new("Name"), new("Note")],
            [
                ["ab", new string('x', 100)],
            ]
        );

        Assert.Contains(
            "ab    " + new string('x', 33) + "…\n",
            new ReportDocument("t", [table]).ToText(40),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ToText_MoreColumnsThanFit_BecomeLists()
    {
        var columns = Enumerable.Range(0, 20).Select(i => new TableColumn($"column {i}")).ToList();
        var row = Enumerable.Range(0, 20).Select(i => new TableCell($"value {i}")).ToList();

        var text = new ReportDocument("t", [new TableBlock("", columns, [row])]).ToText(40);

        Assert.Contains("* value 0\n  column 1: value 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Interval_ShowsPointBoundAndVerdict()
    {
        var line = Samples
            .Everything.ToText(80)
            .Split('\n')
            .Single(l =>
                l.StartsWith("  income ", StringComparison.Ordinal) && l.Contains('●', StringComparison.Ordinal)
            );

        Assert.True(line.IndexOf('┊', StringComparison.Ordinal) < line.IndexOf('●', StringComparison.Ordinal));
        Assert.EndsWith("0.310 ✕ Fail", line, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Heatmap_NumbersItsWindows()
    {
        var text = Samples.Everything.ToText(80);

        Assert.Contains("1:\u00A02025-01, 2:\u00A02025-02", text, StringComparison.Ordinal);
        Assert.Contains("0.02 ✓   0.2 ✕", text, StringComparison.Ordinal);
    }

    private static bool IsPrintable(char c) => c is not (< ' ' or (>= '\u007F' and <= '\u009F'));
}
