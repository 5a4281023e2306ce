using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>A forest plot: a point and its interval a row, the bound as a dashed line, and how each row was judged.</summary>
internal static class IntervalSvg
{
    private const double Width = 720;
    private const double Left = 172;
    private const double Right = 272;
    private const double Top = 30;
    private const double RowHeight = 26;
    private const int RowsInPanel = 34;

    public static void Write(MarkupWriter html, IntervalChart chart)
    {
        var x = IntervalScale.Of(chart, Left, Width - Left - Right);
        SvgFigure.Begin(html, "chart wide", chart.Title);
        var panels = SvgFigure.Panels(chart.Rows.Count, RowsInPanel).ToList();
        foreach (var (start, count) in panels)
        {
            var rows = panels.Count > 1 ? $" (rows {start + 1} to {start + count})" : "";
            html.Write($"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{chart.Title}{rows}\">");
            WritePanel(html, chart, x, start, count, chart.Title + rows);
            html.Write($"</div>\n");
        }

        SvgFigure.End(html, "", ChartTables.Of(chart));
    }

    private static void WritePanel(
        MarkupWriter html,
        IntervalChart chart,
        AxisScale x,
        int start,
        int count,
        string title
    )
    {
        var bottom = Top + (RowHeight * Math.Max(count, 1));
        SvgFigure.BeginImage(html, Width, bottom + 44, title, chart.Description);
        WriteBound(html, chart, x, bottom);
        html.Write($"<g class=\"lab\">");
        for (var i = 0; i < count; i++)
        {
            SvgFigure.WriteLabel(html, chart.Rows[start + i].Label, 0, Middle(i) + 4, Left - 14);
        }

        html.Write($"</g>\n");
        for (var i = 0; i < count; i++)
        {
            WriteRow(html, chart.Rows[start + i], x, Middle(i));
        }

        SvgAxis.WriteHorizontal(html, x, bottom, Width);
        html.Write(
            $"<text class=\"key mid\" x=\"{x.Start + (x.Length / 2)}\" y=\"{bottom + 38}\">{chart.AxisLabel}</text>\n</svg>"
        );
    }

    private static void WriteBound(MarkupWriter html, IntervalChart chart, AxisScale x, double bottom)
    {
        if (!double.IsFinite(chart.Bound))
        {
            return;
        }

        var label = CellText.Truncate(SafeText.OneLine(chart.BoundLabel), 60);
        var half = CellText.Width(label) * SvgFigure.CharacterWidth / 2;
        var position = x.Position(chart.Bound);
        var center = Math.Clamp(position, half, Width - half);
        html.Write($"<path class=\"bound\" d=\"M{position} {Top - 8}V{bottom}\"/>");
        html.Write($"<text class=\"key mid\" x=\"{center}\" y=\"{Top - 14}\">{label}</text>\n");
    }

    private static void WriteRow(MarkupWriter html, IntervalRow row, AxisScale x, double y)
    {
        html.Write($"<path class=\"grid\" d=\"M0 {y + (RowHeight / 2)}H{Width}\"/>");
        var kind = SvgFigure.Class(row.Verdict);
        if (double.IsNaN(row.Estimate))
        {
            html.Write($"<g class=\"note\">");
            SvgFigure.WriteLabel(html, row.Note, x.Start + 6, y + 4, x.Length + 160);
            html.Write($"</g>");
        }
        else
        {
            WriteInterval(html, row, x, y, kind);
            html.Write(
                $"<text class=\"val\" x=\"{Width - Right + 16}\" y=\"{y + 4}\">{IntervalScale.Number(x, row.Estimate)}"
            );
            html.Write($"<tspan class=\"tick\" x=\"{Width - Right + 62}\">{Limits(row, x)}</tspan></text>");
        }

        if (row.Verdict is { } verdict)
        {
            html.Write(
                $"<text class=\"{kind}\" x=\"{Width - 98}\" y=\"{y + 4}\">{VerdictLabel.MarkAndWord(verdict)}</text>"
            );
        }

        html.Write($"\n");
    }

    private static void WriteInterval(MarkupWriter html, IntervalRow row, AxisScale x, double y, string kind)
    {
        var point = x.Position(row.Estimate);
        html.Write($"<g class=\"{kind}\"><path class=\"whisker\" d=\"");
        if (!double.IsNaN(row.Lower) && !double.IsNaN(row.Upper))
        {
            var (lower, upper) = (x.Position(row.Lower), x.Position(row.Upper));
            html.Write($"M{lower} {y}H{upper}");
            // An interval without an end has an arrow where others have a stop.
            WriteEnd(html, lower, y, double.IsNegativeInfinity(row.Lower) ? 5 : 0);
            WriteEnd(html, upper, y, double.IsPositiveInfinity(row.Upper) ? -5 : 0);
        }

        html.Write($"\"/>");
        WritePoint(html, row.Verdict, point, y);
        html.Write($"</g>");
    }

    private static void WriteEnd(MarkupWriter html, double x, double y, double arrow) =>
        html.Write($"M{x + arrow} {y - 5}L{x} {y}L{x + arrow} {y + 5}");

    // Shape says what colour says: a disc passes, a square fails, a ring can't tell.
    private static void WritePoint(MarkupWriter html, Verdict? verdict, double x, double y)
    {
        if (verdict == Verdict.Fail)
        {
            html.Write($"<path class=\"dot\" d=\"M{x - 4.5} {y - 4.5}h9v9h-9z\"/>");
        }
        else
        {
            html.Write(
                $"<circle class=\"{(verdict == Verdict.Inconclusive ? "ring" : "dot")}\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"/>"
            );
        }
    }

    private static string Limits(IntervalRow row, AxisScale x) =>
        double.IsNaN(row.Lower) || double.IsNaN(row.Upper)
            ? ""
            : $"{IntervalScale.Number(x, row.Lower)} to {IntervalScale.Number(x, row.Upper)}";

    private static double Middle(int row) => Top + (RowHeight * (row + 0.5));
}
