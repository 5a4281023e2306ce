using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>Two histograms over shared, unequal bins: the reference as a filled area, the current data as a step line.</summary>
internal static class HistogramSvg
{
    private const double Width = 440;
    private const double Height = 216;
    private const double Left = 46;
    private const double Right = 12;
    private const double Top = 30;
    private const double Floor = 184;

    public static void Write(MarkupWriter html, HistogramChart chart)
    {
        var bins = HistogramBins.Of(chart);
        var x = bins.Axis(Left, Width - Left - Right);
        var range = x.Upper - x.Lower;

        SvgFigure.Begin(html, "chart", chart.Title);
        SvgFigure.BeginImage(html, Width, Height, chart.Title, chart.Description);
        SvgFigure.WriteStepLegend(html, Left, 12);
        html.Write($"<text class=\"key end\" x=\"{Width - Right}\" y=\"12\">density</text>\n");
        if (bins.Peak <= 0)
        {
            html.Write(
                $"<text class=\"tick mid\" x=\"{Left + ((Width - Left - Right) / 2)}\" y=\"{(Top + Floor) / 2}\">no rows</text>"
            );
        }
        else
        {
            if (bins.Values.Count < bins.Bins.Count)
            {
                WriteGrid(html, bins.Peak / range);
            }

            WriteOutline(html, bins, x, "ref", bin => bin.Reference);
            WriteOutline(html, bins, x, bins.Bins.Count > 60 ? "cur thin" : "cur", bin => bin.Current);
        }

        SvgAxis.WriteHorizontal(html, x, Floor, Width);
        html.Write($"</svg>\n");
        SvgFigure.End(html, HistogramNote.Of(chart, bins), ChartTables.Of(chart));
    }

    private static void WriteGrid(MarkupWriter html, double peak)
    {
        if (!double.IsFinite(peak) || peak <= 0)
        {
            return;
        }

        var ticks = Ticks.Between(0, peak, 3);
        var labels = Ticks.Labels(ticks);
        for (var i = 1; i < ticks.Length; i++)
        {
            var y = Floor - ((Floor - Top) * (ticks[i] / peak));
            html.Write($"<path class=\"grid\" d=\"M{Left} {y}H{Width - Right}\"/>");
            html.Write($"<text class=\"tick end\" x=\"{Left - 6}\" y=\"{y + 4}\">{labels[i]}</text>\n");
        }
    }

    private static void WriteOutline(
        MarkupWriter html,
        HistogramBins bins,
        AxisScale x,
        string kind,
        Func<HistogramBins.Bin, double> density
    )
    {
        html.Write($"<path class=\"{kind}\" d=\"M{x.Position(bins.Bins[0].Left)} {Floor}");
        var end = bins.Bins[0].Left;
        foreach (var bin in bins.Bins)
        {
            if (bin.Left != end)
            {
                html.Write($"V{Floor}H{x.Position(bin.Left)}");
            }

            html.Write($"V{Floor - ((Floor - Top) * (density(bin) / bins.Peak))}H{x.Position(bin.Right)}");
            end = bin.Right;
        }

        html.Write($"V{Floor}\"/>\n");
    }
}
