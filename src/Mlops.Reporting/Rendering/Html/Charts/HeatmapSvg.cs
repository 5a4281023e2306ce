using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>A grid of shades by value against the bound, with each cell's verdict as a mark.</summary>
internal sealed class HeatmapSvg
{
    private const int RowsInPanel = 40;
    private const double LegendStep = 16;

    private readonly MarkupWriter html;
    private readonly HeatmapChart chart;
    private readonly HeatmapShade shade;
    private readonly HeatmapLayout layout;

    private HeatmapSvg(MarkupWriter html, HeatmapChart chart)
    {
        this.html = html;
        this.chart = chart;
        shade = HeatmapShade.Of(chart);
        layout = HeatmapLayout.Of(chart);
    }

    public static void Write(MarkupWriter html, HeatmapChart chart) => new HeatmapSvg(html, chart).Write();

    private void Write()
    {
        SvgFigure.Begin(html, "chart wide", chart.Title);
        var rows = Math.Min(chart.RowLabels.Count, chart.Cells.Count);
        var panels = SvgFigure.Panels(rows, RowsInPanel).ToList();
        foreach (var (start, count) in panels)
        {
            var part = panels.Count > 1 ? $" (rows {start + 1} to {start + count})" : "";
            html.Write($"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{chart.Title}{part}\">");
            WritePanel(start, count, chart.Title + part);
            html.Write($"</div>\n");
        }

        SvgFigure.End(html, "", ChartTables.Of(chart));
    }

    private void WritePanel(int start, int count, string title)
    {
        var bottom = layout.Y(Math.Max(count, 1));
        SvgFigure.BeginImage(html, HeatmapLayout.Width, bottom + 62, title, chart.Description);
        layout.WriteColumnLabels(html, chart.ColumnLabels);
        html.Write($"<g class=\"lab end\">");
        for (var i = 0; i < count; i++)
        {
            SvgFigure.WriteLabel(html, chart.RowLabels[start + i], layout.Left - 8, layout.Y(i) + 16, layout.Left - 8);
        }

        html.Write($"</g>\n");
        WriteShades(start, count);
        WriteMarks(start, count);
        if (layout.HasValues)
        {
            WriteValues(start, count);
        }

        WriteLegend(bottom + 26);
        html.Write($"</svg>");
    }

    // One path a shade, not one rectangle a cell: a grid of a thousand cells stays small.
    private void WriteShades(int start, int count)
    {
        var gap = Math.Min(1, layout.Cell / 10);
        for (var level = -1; level < HeatmapShade.Levels; level++)
        {
            WritePath(start, count, level < 0 ? "hollow" : $"s{level}", (c, x, y) => WriteRectangle(c, x, y, level));
        }

        void WriteRectangle(HeatmapCell c, double x, double y, int level)
        {
            if (shade.Level(c.Value) == level)
            {
                var width = layout.Cell - (2 * gap);
                html.Write($"M{x + gap} {y + 1}h{width}v{HeatmapLayout.RowHeight - 2}h{-width}z");
            }
        }
    }

    private void WriteMarks(int start, int count)
    {
        var (at, size) = (layout.HasValues ? layout.Cell - 9 : layout.Cell / 2, Math.Min(1, layout.Cell / 9));
        foreach (var isDark in new[] { false, true })
        {
            foreach (var verdict in HeatmapMark.Order)
            {
                WritePath(
                    start,
                    count,
                    isDark ? "mark over" : "mark",
                    (c, x, y) =>
                    {
                        if (c.Verdict == verdict && shade.IsDark(c.Value) == isDark)
                        {
                            HeatmapMark.Write(html, verdict, x + at, y + (HeatmapLayout.RowHeight / 2), size);
                        }
                    }
                );
            }
        }
    }

    private void WriteValues(int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < chart.ColumnLabels.Count; j++)
            {
                var c = ChartTables.CellAt(chart, start + i, j);
                var (x, y) = (layout.X(j) + 4, layout.Y(i) + 16);
                var text = double.IsNaN(c.Value) ? "–" : Value(c.Value);
                html.Write($"<text class=\"{(shade.IsDark(c.Value) ? "num over" : "num")}\" x=\"{x}\" y=\"{y}\">");
                html.Write($"{CellText.Truncate(text, (int)((layout.Cell - 17) / 5.6))}</text>");
            }

            html.Write($"\n");
        }
    }

    private void WriteLegend(double y)
    {
        for (var level = 0; level < HeatmapShade.Levels; level++)
        {
            html.Write(
                $"<path class=\"s{level}\" d=\"M{layout.Left + (LegendStep * level)} {y - 10}h{LegendStep}v12h{-LegendStep}z\"/>"
            );
        }

        var end = layout.Left + (LegendStep * HeatmapShade.Levels);
        html.Write($"<path class=\"bound\" d=\"M{(layout.Left + end) / 2} {y - 13}v18\"/>");
        html.Write(
            $"<text class=\"key\" x=\"{end + 8}\" y=\"{y}\">{CellText.Truncate(SafeText.OneLine(shade.Caption), 60)}</text>"
        );
        var x = layout.Left + 5;
        foreach (var verdict in HeatmapMark.Order)
        {
            html.Write($"<path class=\"mark\" d=\"");
            HeatmapMark.Write(html, verdict, x, y + 20, 1);
            html.Write($"\"/><text class=\"key\" x=\"{x + 10}\" y=\"{y + 24}\">{VerdictLabel.Word(verdict)}</text>");
            x += 34 + (VerdictLabel.Word(verdict).Length * SvgFigure.CharacterWidth);
        }
    }

    // Two significant digits at the bound: what matters is which side of it a value is on.
    private string Value(double value)
    {
        var decimals = 1 - Math.Floor(Math.Log10(shade.Middle));
        return decimals is >= 0 and <= 4 && Math.Abs(value) < 1e4
            ? ReportFormat.Fixed(value, (int)decimals)
            : ReportFormat.Number(value, 2);
    }

    private void WritePath(int start, int count, string kind, Action<HeatmapCell, double, double> write)
    {
        html.Write($"<path class=\"{kind}\" d=\"M0 0");
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < chart.ColumnLabels.Count; j++)
            {
                write(ChartTables.CellAt(chart, start + i, j), layout.X(j), layout.Y(i));
            }
        }

        html.Write($"\"/>\n");
    }
}
