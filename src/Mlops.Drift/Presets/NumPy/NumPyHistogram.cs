using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Sorting;

namespace Mlops.Drift.Presets.NumPy;

/// <summary>Bins as <c>numpy.histogram</c> and <c>numpy.histogram_bin_edges</c> make them: closed on the left, the last on both sides.</summary>
/// <remarks>NumPy 1.x. From 2.0 on it makes no bin of whole numbers narrower than 1, which needs half a million rows to matter.</remarks>
internal static class NumPyHistogram
{
    /// <summary>The edges of a rule's equal-width bins; finite values, at least one.</summary>
    public static double[] Edges(ReadOnlySpan<double> values, BinRule rule)
    {
        double minimum = TensorPrimitives.Min(values),
            maximum = TensorPrimitives.Max(values);
        var width = Width(values, rule, maximum - minimum);
        if (minimum == maximum)
        {
            (minimum, maximum) = (minimum - 0.5, maximum + 0.5);
        }

        var bins = width > 0 ? Math.Ceiling((maximum - minimum) / width) : 1;
        if (bins > 100_000_000)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The rule '{rule}' asks for {bins} bins, more than memory would hold.")
            );
        }

        return Linspace(minimum, maximum, (int)bins + 1);
    }

    /// <summary>The edges of so many equal-width bins from the least to the largest value.</summary>
    public static double[] Edges(double minimum, double maximum, int bins) =>
        minimum == maximum ? Linspace(minimum - 0.5, maximum + 0.5, bins + 1) : Linspace(minimum, maximum, bins + 1);

    /// <summary><c>numpy.linspace</c>, both ends included.</summary>
    public static double[] Linspace(double first, double last, int count)
    {
        var points = new double[count];
        var divisions = count - 1;
        var step = (last - first) / divisions;
        for (var i = 0; i < count; i++)
        {
            points[i] = step == 0 ? (i / (double)divisions * (last - first)) + first : (i * step) + first;
        }

        if (divisions > 0)
        {
            points[^1] = last;
        }

        return points;
    }

    /// <summary>How many values each bin holds; values outside the edges are in none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long[] Counts(ReadOnlySpan<double> values, ReadOnlySpan<double> edges)
    {
        var counts = new long[edges.Length - 1];
        double first = edges[0],
            last = edges[^1];
        var scale = counts.Length / (last - first);
        foreach (var value in values)
        {
            if (!(value >= first && value <= last))
            {
                continue;
            }

            // A guess by division, put right by the edges themselves.
            var bin = Math.Clamp((int)((value - first) * scale), 0, counts.Length - 1);
            while (bin > 0 && value < edges[bin])
            {
                bin--;
            }

            while (bin < counts.Length - 1 && value >= edges[bin + 1])
            {
                bin++;
            }

            counts[bin]++;
        }

        return counts;
    }

    /// <summary>Counts over a number of rows.</summary>
    public static double[] Shares(ReadOnlySpan<long> counts, long rows)
    {
        var shares = new double[counts.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = counts[i] / (double)rows;
        }

        return shares;
    }

    private static double Width(ReadOnlySpan<double> values, BinRule rule, double range) =>
        rule switch
        {
            BinRule.Sturges => range / (Math.Log2(values.Length) + 1),
            BinRule.Doane => Doane(values, range),
            _ => Auto(values, range),
        };

    private static double Doane(ReadOnlySpan<double> values, double range)
    {
        double n = values.Length;
        var deviation = n > 2 ? NumPySum.StandardDeviation(values) : 0;
        if (!(deviation > 0))
        {
            return 0;
        }

        var mean = NumPySum.Mean(values);
        var cubes = new double[values.Length];
        for (var i = 0; i < cubes.Length; i++)
        {
            cubes[i] = Math.Pow((values[i] - mean) / deviation, 3);
        }

        var skewness = Math.Abs(NumPySum.Mean(cubes));
        var error = Math.Sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
        return range / (1.0 + Math.Log2(n) + Math.Log2(1.0 + (skewness / error)));
    }

    private static double Auto(ReadOnlySpan<double> values, double range)
    {
        var sorted = SortedCopy.Of(values);
        var quartiles = NumPyQuantile.OfSorted(sorted, 0.75) - NumPyQuantile.OfSorted(sorted, 0.25);
        var diaconis = 2.0 * quartiles * Math.Pow(values.Length, -1.0 / 3.0);
        var sturges = range / (Math.Log2(values.Length) + 1);
        return diaconis > 0 ? Math.Min(diaconis, sturges) : sturges;
    }
}
