using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Quantiles;

/// <summary>Quantiles of type 1: the smallest value whose empirical distribution function is at least p.</summary>
/// <remarks>
/// <para>It is the value of rank k, the smallest k with k / n ≥ p, so always one of the data; p = 0 gives the minimum. The quotient is
/// compared as a correctly rounded double: p = 0.1 of ten values is the first of them, whatever n p rounds to.</para>
/// <para>NaN for no values. Infinities are values. Reference: Hyndman and Fan (1996), definition 1.</para>
/// </remarks>
public static class EmpiricalQuantile
{
    /// <summary>The quantile of values that are sorted already.</summary>
    /// <param name="sorted">The values, ascending, no NaN. Their order is not checked.</param>
    /// <param name="probability">The probability p, in [0,1].</param>
    /// <returns>One of the values; NaN when there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0,1] or NaN.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        ThrowIfNotProbability(probability);
        return sorted.IsEmpty ? double.NaN : sorted[(int)Rank(sorted.Length, probability) - 1];
    }

    /// <summary>The quantile of values in any order.</summary>
    /// <param name="values">The values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="probability">The probability p, in [0,1].</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>One of the values; NaN when there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0,1] or NaN.</exception>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double Of(ReadOnlySpan<double> values, double probability, ComputeContext? context = null)
    {
        ThrowIfNotProbability(probability);
        using var copy = new PooledSortedCopy(values, context);
        return OfSorted(copy.Values, probability);
    }

    /// <summary>The rank of the quantile, from 1: the smallest k with k / n ≥ p, and at least 1.</summary>
    /// <param name="count">How many values there are, n, at least 1.</param>
    /// <param name="probability">The probability p, in [0,1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1, or <paramref name="probability"/> is outside [0,1] or NaN.</exception>
    public static long Rank(long count, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ThrowIfNotProbability(probability);
        var rank = Math.Clamp((long)Math.Ceiling(count * probability), 1, count);

        // The product is rounded, so the answer may be a neighbour.
        while (rank > 1 && (rank - 1) / (double)count >= probability)
        {
            rank--;
        }

        while (rank < count && rank / (double)count < probability)
        {
            rank++;
        }

        return rank;
    }

    internal static void ThrowIfNotProbability(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is in [0,1].");
        }
    }
}
