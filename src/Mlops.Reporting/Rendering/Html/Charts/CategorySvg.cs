using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>Two distributions over categories as pairs of bars: reference above, current below, each with its percentage.</summary>
internal static class CategorySvg
{
    private const double Width = 440;
    private const double Left = 138;
    private const double Right = 56;
    private const double Top = 26;
    private const double RowHeight = 32;

    public static void Write(MarkupWriter html, CategoryChart chart)
    {
        var bars = CategoryBars.Of(chart);
        var peak = bars.Select(bar => Math.Max(CategoryBars.Length(bar.Reference), CategoryBars.Length(bar.Current)))
            .DefaultIfEmpty(0)
            .Max();
        SvgFigure.Begin(html, "chart", chart.Title);
        SvgFigure.BeginImage(
            html,
            Width,
            Top + (RowHeight * Math.Max(1, bars.Count)) + 2,
            chart.Title,
            chart.Description
        );
        SvgFigure.WriteBarLegend(html, Left, 12);
        if (bars.Count == 0)
        {
            html.Write($"<text class=\"tick\" x=\"{Left + 8}\" y=\"{Top + 20}\">no categories</text>");
        }

        html.Write($"<g class=\"lab end\">");
        for (var i = 0; i < bars.Count; i++)
        {
            SvgFigure.WriteLabel(html, bars[i].Label, Left - 8, Top + (RowHeight * i) + 18, Left - 8);
        }

        html.Write($"</g>\n<g class=\"val\">");
        for (var i = 0; i < bars.Count; i++)
        {
            WriteBar(html, "ref", bars[i].Reference, peak, Top + (RowHeight * i) + 2);
            WriteBar(html, "cur-bar", bars[i].Current, peak, Top + (RowHeight * i) + 15);
        }

        html.Write(
            $"</g>\n<path class=\"axis\" d=\"M{Left} {Top}V{Top + (RowHeight * Math.Max(1, bars.Count))}\"/>\n</svg>\n"
        );
        SvgFigure.End(html, "", ChartTables.Of(chart));
    }

    private static void WriteBar(MarkupWriter html, string kind, double share, double peak, double y)
    {
        var length = peak > 0 ? (Width - Left - Right) * (CategoryBars.Length(share) / peak) : 0;
        if (length > 0)
        {
            html.Write($"<path class=\"{kind}\" d=\"M{Left} {y}h{length}v11h{-length}z\"/>");
        }

        html.Write($"<text x=\"{Left + length + 5}\" y=\"{y + 9.5}\">{ReportFormat.Percent(share)}</text>\n");
    }
}
