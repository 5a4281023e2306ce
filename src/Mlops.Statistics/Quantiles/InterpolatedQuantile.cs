using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Quantiles;

/// <summary>Quantiles of type 7: linear interpolation between the neighbours of rank (n - 1) p, counted from 0. The default of NumPy, R and Excel.</summary>
/// <remarks>
/// <para>p = 0 gives the minimum, p = 1 the maximum, p = 0.5 the usual median; in between the result need not be one of the data:
/// <see cref="EmpiricalQuantile"/> always is.</para>
/// <para>NaN for no values. Infinities are values: between equal ones the quantile is that infinity, between a finite and an infinite neighbour the
/// infinite one, and strictly between -∞ and +∞ it is undefined and NaN. Reference: Hyndman and Fan (1996), definition 7.</para>
/// </remarks>
public static class InterpolatedQuantile
{
    /// <summary>The quantile of values that are sorted already. Constant time.</summary>
    /// <param name="sorted">The values, ascending, no NaN. Their order is not checked.</param>
    /// <param name="probability">The probability p, in [0,1].</param>
    /// <returns>The quantile, in the values' unit; NaN when there are no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0,1] or NaN.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        EmpiricalQuantile.ThrowIfNotProbability(probability);
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var rank = (sorted.Length - 1) * probability;
        var below = (int)rank;
        var weight = rank - below;
        return weight == 0 || sorted[below] == sorted[below + 1]
            ? sorted[below]
            : Interpolate(sorted[below], sorted[below + 1], weight);
    }

    /// <summary>The quantile of values in any order.</summary>
    /// <param name="values">The values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="probability">The probability p, in [0,1].</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The quantile, in the values' unit; NaN when there are no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0,1] or NaN.</exception>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double Of(ReadOnlySpan<double> values, double probability, ComputeContext? context = null)
    {
        EmpiricalQuantile.ThrowIfNotProbability(probability);
        using var copy = new PooledSortedCopy(values, context);
        return OfSorted(copy.Values, probability);
    }

    private static double Interpolate(double low, double high, double weight)
    {
        var gap = high - low;
        if (!double.IsFinite(gap))
        {
            // Weighted apart, nothing overflows, and only -∞ and +∞ together are NaN.
            return ((1 - weight) * low) + (weight * high);
        }

        // From the nearer neighbour, as NumPy does: the result rises with the weight and never passes a neighbour.
        return weight < 0.5 ? low + (gap * weight) : high - (gap * (1 - weight));
    }
}
