using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>The numbers behind each chart as a table: for who can't see the chart, and for formats that cannot draw it.</summary>
internal static class ChartTables
{
    public static TableBlock Of(HistogramChart chart)
    {
        var count = Math.Max(
            0,
            Math.Min(chart.Edges.Count - 1, Math.Min(chart.ReferenceShares.Count, chart.CurrentShares.Count))
        );
        return new TableBlock(
            chart.Title,
            [new("From", true), new("To", true), new("Reference", true), new("Current", true)],
            Rows(
                count,
                i =>
                    [
                        ReportFormat.Number(chart.Edges[i]),
                        ReportFormat.Number(chart.Edges[i + 1]),
                        ReportFormat.Percent(chart.ReferenceShares[i]),
                        ReportFormat.Percent(chart.CurrentShares[i]),
                    ]
            )
        );
    }

    public static TableBlock Of(CategoryChart chart)
    {
        var count = Math.Min(chart.Categories.Count, Math.Min(chart.ReferenceShares.Count, chart.CurrentShares.Count));
        return new TableBlock(
            chart.Title,
            [new("Category"), new("Reference", true), new("Current", true)],
            Rows(
                count,
                i =>
                    [
                        chart.Categories[i],
                        ReportFormat.Percent(chart.ReferenceShares[i]),
                        ReportFormat.Percent(chart.CurrentShares[i]),
                    ]
            )
        );
    }

    public static TableBlock Of(IntervalChart chart) =>
        new(
            chart.Title,
            [new(""), new("Estimate", true), new("Interval", true), new("Verdict")],
            Rows(
                chart.Rows.Count,
                i =>
                {
                    var row = chart.Rows[i];
                    var hasEstimate = !double.IsNaN(row.Estimate);
                    return
                    [
                        row.Label,
                        hasEstimate ? ReportFormat.Number(row.Estimate, 3)
                        : string.IsNullOrEmpty(row.Note) ? "n/a"
                        : row.Note,
                        hasEstimate ? ReportFormat.Interval(row.Lower, row.Upper, 3) : "",
                        new TableCell("", row.Verdict),
                    ];
                }
            )
        );

    public static TableBlock Of(HeatmapChart chart) =>
        new(
            chart.Title,
            [new(""), .. chart.ColumnLabels.Select(label => new TableColumn(label, true))],
            Rows(
                Math.Min(chart.RowLabels.Count, chart.Cells.Count),
                i =>
                    [
                        chart.RowLabels[i],
                        .. chart
                            .ColumnLabels.Select((_, j) => CellAt(chart, i, j))
                            .Select(cell => new TableCell(ReportFormat.Number(cell.Value, 3), cell.Verdict)),
                    ]
            )
        );

    /// <summary>The cell of a heat map, empty where the grid has a hole.</summary>
    public static HeatmapCell CellAt(HeatmapChart chart, int row, int column) =>
        row < chart.Cells.Count && column < chart.Cells[row].Count
            ? chart.Cells[row][column]
            : new HeatmapCell(double.NaN, null);

    private static List<IReadOnlyList<TableCell>> Rows(int count, Func<int, IReadOnlyList<TableCell>> row) =>
        [.. Enumerable.Range(0, count).Select(row)];
}
