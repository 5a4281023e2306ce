using Mlops.Drift.Presets.NumPy;

namespace Mlops.Drift.Presets.Frouros;

/// <summary>The distribution function of a histogram, linear within its bins: SciPy's <c>rv_histogram</c>.</summary>
internal static class HistogramFunction
{
    /// <summary>How much it grows from each point to the next.</summary>
    public static double[] Increments(ReadOnlySpan<double> values, double[] points)
    {
        var edges = NumPyHistogram.Edges(values, BinRule.Auto);
        var counts = NumPyHistogram.Counts(values, edges);
        var cumulated = new double[edges.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            cumulated[i + 1] = cumulated[i] + (counts[i] / (double)values.Length);
        }

        var increments = new double[points.Length - 1];
        for (var i = 0; i < increments.Length; i++)
        {
            increments[i] = At(points[i + 1], edges, cumulated) - At(points[i], edges, cumulated);
        }

        return increments;
    }

    private static double At(double point, double[] edges, double[] cumulated)
    {
        if (point <= edges[0])
        {
            return 0;
        }

        if (point >= edges[^1])
        {
            return 1;
        }

        var bin = Array.BinarySearch(edges, point);
        if (bin >= 0)
        {
            return cumulated[bin];
        }

        bin = ~bin - 1;
        var slope = (cumulated[bin + 1] - cumulated[bin]) / (edges[bin + 1] - edges[bin]);
        return (slope * (point - edges[bin])) + cumulated[bin];
    }
}
