using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>A histogram chart's bins as they can be drawn: densities where a bin has a width, narrow bars where it is one value.</summary>
internal sealed class HistogramBins
{
    // Half the width of a single value's bar, as a share of the axis.
    private const double HalfBar = 0.01;

    private readonly HistogramChart chart;
    private readonly bool hasValueAtEnd;

    private HistogramBins(HistogramChart chart)
    {
        this.chart = chart;
        var count = Math.Min(chart.Edges.Count - 1, Math.Min(chart.ReferenceShares.Count, chart.CurrentShares.Count));
        var raw = Enumerable.Range(0, Math.Max(count, 0)).Select(Raw).ToList();
        var omitted = raw.Where(bin => !double.IsFinite(bin.Left) || !double.IsFinite(bin.Right)).ToList();
        Omitted = (omitted.Sum(bin => bin.Reference), omitted.Sum(bin => bin.Current));
        raw = [.. raw.Except(omitted)];
        Values = [.. raw.Where(bin => bin.Right <= bin.Left)];
        hasValueAtEnd = raw.Count > 0 && (raw[0].Right <= raw[0].Left || raw[^1].Right <= raw[^1].Left);
        Bins = Draw(raw);
        Peak = Bins.Select(bin => Math.Max(bin.Reference, bin.Current)).DefaultIfEmpty(0).Max();
    }

    /// <summary>The bins with the heights to draw, which are relative to the axis: shares divided by the part of it they cover.</summary>
    public IReadOnlyList<Bin> Bins { get; }

    /// <summary>The largest height on either side; 0 when there is nothing to draw.</summary>
    public double Peak { get; }

    /// <summary>The bins of a single value, with their shares: they have no density, so that their bars are to another scale.</summary>
    public IReadOnlyList<Bin> Values { get; }

    /// <summary>The shares in bins without a finite limit, which cannot be drawn.</summary>
    public (double Reference, double Current) Omitted { get; }

    public static HistogramBins Of(HistogramChart chart) => new(chart);

    /// <summary>The axis that the bins lie on.</summary>
    public AxisScale Axis(double start, double length)
    {
        var room = hasValueAtEnd ? 2 * HalfBar : 0;
        return AxisScale.Over(chart.Edges, start, length, room, room);
    }

    private Bin Raw(int i) =>
        new(chart.Edges[i], chart.Edges[i + 1], Share(chart.ReferenceShares[i]), Share(chart.CurrentShares[i]));

    // A single value's density is infinite: its bar shows its share instead, the largest as high as the largest density.
    private List<Bin> Draw(List<Bin> raw)
    {
        var axis = Axis(0, 1);
        var half = ((axis.Upper / 2) - (axis.Lower / 2)) * 2 * HalfBar;
        var wide = raw.Where(bin => bin.Right > bin.Left).Select(bin => bin.OverWidth(axis)).ToList();
        var peak = wide.Select(bin => Math.Max(bin.Reference, bin.Current)).DefaultIfEmpty(0).Max();
        var largest = Values.Select(bin => Math.Max(bin.Reference, bin.Current)).DefaultIfEmpty(0).Max();
        var factor = (peak > 0 ? peak : 1) / (largest > 0 ? largest : 1);
        return
        [
            .. wide,
            .. Values.Select(bin => new Bin(
                bin.Left - half,
                bin.Left + half,
                bin.Reference * factor,
                bin.Current * factor
            )),
        ];
    }

    private static double Share(double share) => double.IsFinite(share) && share > 0 ? share : 0;

    /// <summary>A bin with a height for each side.</summary>
    internal readonly record struct Bin(double Left, double Right, double Reference, double Current)
    {
        /// <summary>Relative to the whole axis, so that neither huge nor tiny units overflow.</summary>
        public Bin OverWidth(AxisScale unitAxis)
        {
            var width = unitAxis.Position(Right) - unitAxis.Position(Left);
            return width > 0
                ? this with
                {
                    Reference = Reference / width,
                    Current = Current / width,
                }
                : this with
                {
                    Reference = 0,
                    Current = 0,
                };
        }
    }
}
