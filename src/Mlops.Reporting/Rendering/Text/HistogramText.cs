using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>Two histograms as two lines of blocks on one scale.</summary>
internal static class HistogramText
{
    private const int Widest = 64;

    public static void Write(TextLines text, HistogramChart chart)
    {
        text.Wrap(chart.Title);
        foreach (var line in Lines(chart, Math.Min(Widest, text.Width - 12)))
        {
            text.Add(line);
        }

        text.Wrap(HistogramNote.Of(chart, HistogramBins.Of(chart)), "  ");
    }

    /// <summary>The chart in lines of <paramref name="columns"/> cells and twelve for their names.</summary>
    public static IEnumerable<string> Lines(HistogramChart chart, int columns)
    {
        var bins = HistogramBins.Of(chart);
        if (bins.Peak <= 0)
        {
            yield return "  (no rows)";
            yield break;
        }

        var axis = bins.Axis(0, 1);
        var (reference, current) = Sparkline.Of(bins, axis, columns);
        yield return "  Reference " + reference;
        yield return "  Current   " + current;
        var (from, to) = (ReportFormat.Number(axis.Lower), ReportFormat.Number(axis.Upper));
        yield return "            "
            + CellText.Truncate(from + CellText.PadLeft(" " + to, columns - CellText.Width(from)), columns);
    }
}
