using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Histograms;

/// <summary>Chooses the inner edges of bins from data. Bin i holds edge[i-1] &lt; x ≤ edge[i]; the first and last bins are open-ended.</summary>
/// <remarks>Equal edges are merged, so there may be fewer bins than asked for; no values give no edges, which is one bin.</remarks>
public static class HistogramBinning
{
    /// <summary>Edges at equal distances: min + k ((max - min) / bins) for k = 1 to bins - 1.</summary>
    /// <param name="values">The values, in any order; no NaN. Infinities do not stretch the range: they fall in the outer bins.</param>
    /// <param name="bins">How many bins are wanted, at least 1.</param>
    /// <returns>The edges, strictly ascending. Constant values give one edge, the value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double[] Uniform(ReadOnlySpan<double> values, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var (min, max) = FiniteRange(values);
        if (min > max)
        {
            return [];
        }

        var step = (max - min) / bins;
        if (double.IsInfinity(step))
        {
            step = (max / bins) - (min / bins);
        }

        var edges = new double[bins - 1];
        var count = 0;
        for (var k = 1; k < bins; k++)
        {
            var edge = min + (k * step);
            if (count == 0 || edge > edges[count - 1])
            {
                edges[count++] = edge;
            }
        }

        return edges[..count];
    }

    /// <summary>Edges at quantiles of type 1: edge k is the value of rank ⌈n k / bins⌉, so each is one of the values.</summary>
    /// <param name="sorted">The values, ascending; no NaN.</param>
    /// <param name="bins">How many bins are wanted, at least 1.</param>
    /// <returns>The edges, strictly ascending. Reference: Hyndman and Fan (1996), definition 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The values are seen not to be ascending; only those at the ranks and at the ends are looked at.</exception>
    public static double[] Quantile(ReadOnlySpan<double> sorted, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (sorted.IsEmpty)
        {
            return [];
        }

        var edges = new double[bins - 1];
        var (count, previous) = (0, sorted[0]);
        for (var k = 1; k < bins; k++)
        {
            // Both factors are below 2^31, so the product fits.
            var position = (int)((((long)sorted.Length * k) + bins - 1) / bins) - 1;
            var edge = sorted[position];
            ThrowIfDescending(previous, edge, position, nameof(sorted));
            if (count == 0 || edge > edges[count - 1])
            {
                edges[count++] = edge;
            }

            previous = edge;
        }

        ThrowIfDescending(previous, sorted[^1], sorted.Length - 1, nameof(sorted));
        return edges[..count];
    }

    /// <summary>Edges at quantiles of type 1, of values in any order: a copy is sorted.</summary>
    /// <param name="values">The values; no NaN. They stay as they are.</param>
    /// <param name="bins">How many bins are wanted, at least 1.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The edges, strictly ascending.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double[] QuantileOfUnsorted(ReadOnlySpan<double> values, int bins, ComputeContext? context = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        using var copy = new PooledSortedCopy(values, context);
        return Quantile(copy.Values, bins);
    }

    private static (double Min, double Max) FiniteRange(ReadOnlySpan<double> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsFinite(value))
            {
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }
            else if (double.IsNaN(value))
            {
                throw new ArgumentException($"values[{i}] is NaN. Leave missing values out.", nameof(values));
            }
        }

        return (min, max);
    }

    private static void ThrowIfDescending(double previous, double value, int position, string parameterName)
    {
        if (!(value >= previous))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{parameterName}[{position}] is {value}, after {previous}; values must be ascending and not NaN."
                ),
                parameterName
            );
        }
    }
}
