using System.Globalization;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>A grid of values with their verdicts' marks, or of marks alone where values do not fit; windows by number.</summary>
internal static class HeatmapText
{
    private const int ValueWidth = 8;

    public static void Write(TextLines text, HeatmapChart chart)
    {
        text.Wrap(chart.Title);
        var windows = chart.ColumnLabels.Count;
        var rows = Math.Min(chart.RowLabels.Count, chart.Cells.Count);
        if (windows == 0 || rows == 0)
        {
            text.Add("  (no cells)");
            return;
        }

        text.Wrap(
            $"{chart.ValueLabel}; bound {ReportFormat.Number(chart.Bound)}; ✕\u00A0fail, ?\u00A0inconclusive, ✓\u00A0pass",
            "  "
        );
        text.Wrap(
            string.Join(", ", chart.ColumnLabels.Select((label, i) => $"{Name(i)}:\u00A0{SafeText.OneLine(label)}")),
            "  "
        );
        var label = Math.Min(
            chart.RowLabels.Take(rows).Max(row => CellText.Width(SafeText.OneLine(row))),
            text.Width / 3
        );
        var room = text.Width - label - 2;
        var hasValues = windows * ValueWidth <= room;
        var width = hasValues ? ValueWidth : Math.Max(3, Name(windows - 1).Length + 1);
        var perPart = Math.Max(1, room / width);
        for (var start = 0; start < windows; start += perPart)
        {
            WritePart(text, chart, rows, label, start, Math.Min(perPart, windows - start), width, hasValues);
        }
    }

    private static void WritePart(
        TextLines text,
        HeatmapChart chart,
        int rows,
        int label,
        int start,
        int count,
        int width,
        bool hasValues
    )
    {
        var windows = Enumerable.Range(start, count).ToList();
        text.Add($"  {new string(' ', label)}{string.Concat(windows.Select(j => CellText.PadLeft(Name(j), width)))}");
        for (var i = 0; i < rows; i++)
        {
            var name = CellText.PadRight(CellText.Truncate(SafeText.OneLine(chart.RowLabels[i]), label), label);
            var cells = windows.Select(j =>
                CellText.PadLeft(Cell(ChartTables.CellAt(chart, i, j), hasValues, width - 1), width)
            );
            text.Add($"  {name}{string.Concat(cells)}");
        }
    }

    private static string Cell(HeatmapCell cell, bool hasValue, int width)
    {
        var mark = cell.Verdict is { } verdict ? VerdictLabel.Mark(verdict) : "-";
        return hasValue && !double.IsNaN(cell.Value)
            ? CellText.Truncate(ReportFormat.Number(cell.Value, 2), width - 2) + " " + mark
            : mark;
    }

    private static string Name(int window) => (window + 1).ToString(CultureInfo.InvariantCulture);
}
