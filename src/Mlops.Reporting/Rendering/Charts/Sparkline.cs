namespace Mlops.Reporting.Rendering.Charts;

/// <summary>A histogram in a line of block characters, an eighth of a line a step.</summary>
internal static class Sparkline
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>Two lines on one scale, each column the mean density over its part of the axis.</summary>
    public static (string Reference, string Current) Of(HistogramBins bins, AxisScale unitAxis, int columns)
    {
        var reference = Means(bins, unitAxis, columns, bin => bin.Reference);
        var current = Means(bins, unitAxis, columns, bin => bin.Current);
        var peak = Math.Max(reference.Max(), current.Max());
        return (Draw(reference, peak), Draw(current, peak));
    }

    private static double[] Means(
        HistogramBins bins,
        AxisScale axis,
        int columns,
        Func<HistogramBins.Bin, double> density
    )
    {
        var means = new double[columns];
        foreach (var bin in bins.Bins)
        {
            var (from, to) = (Column(bin.Left), Column(bin.Right));
            for (var i = (int)from; i < Math.Min(columns, Math.Ceiling(to)); i++)
            {
                means[i] += density(bin) * Math.Max(0, Math.Min(to, i + 1) - Math.Max(from, i));
            }
        }

        return means;

        double Column(double value) => (axis.Position(value) - axis.Start) / axis.Length * columns;
    }

    // What is there at all shows at least as the lowest block.
    private static string Draw(double[] values, double peak) =>
        string.Concat(values.Select(v => Blocks[v > 0 ? Math.Clamp((int)Math.Round(v / peak * 8), 1, 8) : 0]));
}
