using System.Text;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;
using Mlops.Reporting.Rendering.Text;

namespace Mlops.Reporting.Rendering.Markdown;

/// <summary>Charts as what Markdown can show: lines of blocks, and small tables.</summary>
internal static class MarkdownCharts
{
    public static void Write(StringBuilder output, HistogramChart chart)
    {
        WriteTitle(output, chart.Title);
        output.Append("```text\n");
        foreach (var line in HistogramText.Lines(chart, 48))
        {
            output.Append(line.TrimEnd(' ')).Append('\n');
        }

        output.Append("```\n\n");
        WriteNote(output, HistogramNote.Of(chart, HistogramBins.Of(chart)));
    }

    public static void Write(StringBuilder output, CategoryChart chart)
    {
        WriteTitle(output, chart.Title);
        MarkdownTable.Write(
            output,
            new TableBlock(
                chart.Title,
                [new("Category"), new("Reference", true), new("Current", true)],
                [
                    .. CategoryBars
                        .Of(chart)
                        .Select(bar =>
                            (IReadOnlyList<TableCell>)
                                [bar.Label, ReportFormat.Percent(bar.Reference), ReportFormat.Percent(bar.Current)]
                        ),
                ]
            )
        );
    }

    public static void Write(StringBuilder output, IntervalChart chart)
    {
        WriteTitle(output, chart.Title);
        WriteNote(output, $"{chart.AxisLabel}; {IntervalScale.BoundText(chart)}.");
        MarkdownTable.Write(output, ChartTables.Of(chart));
    }

    public static void Write(StringBuilder output, HeatmapChart chart)
    {
        WriteTitle(output, chart.Title);
        WriteNote(
            output,
            $"{chart.ValueLabel}; bound: {ReportFormat.Number(chart.Bound)}. ✕ fail, ? inconclusive, ✓ pass."
        );
        MarkdownTable.Write(output, WithMarks(ChartTables.Of(chart)));
    }

    // The words would make a wide grid wider still; the line above says what the marks mean.
    private static TableBlock WithMarks(TableBlock table) =>
        table with
        {
            Rows =
            [
                .. table.Rows.Select(row =>
                    (IReadOnlyList<TableCell>)
                        [
                            .. row.Select(cell =>
                                cell.Verdict is { } v ? $"{cell.Text} {VerdictLabel.Mark(v)}" : cell.Text
                            ),
                        ]
                ),
            ],
        };

    private static void WriteTitle(StringBuilder output, string title)
    {
        if (!string.IsNullOrWhiteSpace(title))
        {
            output.Append("**").Append(MarkdownText.Escape(title)).Append("**\n\n");
        }
    }

    private static void WriteNote(StringBuilder output, string note)
    {
        if (!string.IsNullOrWhiteSpace(note))
        {
            output.Append(MarkdownText.Escape(note)).Append("\n\n");
        }
    }
}
