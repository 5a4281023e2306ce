using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The shift of Hodges and Lehmann: by how much do the values of one sample exceed those of the other?</summary>
/// <remarks>
/// <para>The median of all n m differences current - reference, with the interval of the shifts that the rank sum test does not reject: from the k-th smallest
/// difference to the k-th largest. k is exact where <see cref="MannWhitney"/>'s distribution is (supposing no ties, which under ties errs to the wide side),
/// otherwise by the normal distribution with a continuity correction. Where not even the extremes reach the level, the interval has no ends.</para>
/// <para>The estimate supposes that the distributions differ by a shift; otherwise it is the median of the difference of a value of each. Differences are found as
/// doubles, not all formed: bisection over doubles counts the differences below each in O(n + m), at most 64 times for each number wanted.</para>
/// <para>Infinite values: <see cref="ResultStatus.Infinite"/>. NaN is refused. Hodges and Lehmann (1963); Moses, in Hollander and Wolfe (1999), 4.3.</para>
/// </remarks>
public static class HodgesLehmann
{
    /// <summary>Estimates the shift from reference to current.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="context">Where and with how many threads the copies are sorted; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The shift; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidenceLevel"/> is not in (0,1).</exception>
    public static HodgesLehmannResult Estimate(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        CheckLevel(confidenceLevel);
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, confidenceLevel, context ?? ComputeContext.Default);
    }

    /// <summary>Estimates the shift of samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="context">When to stop; <see langword="null"/> for never.</param>
    /// <returns>The shift; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidenceLevel"/> is not in (0,1).</exception>
    public static HodgesLehmannResult EstimateSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        CheckLevel(confidenceLevel);
        return OfSorted(reference, current, confidenceLevel, context ?? ComputeContext.Default);
    }

    private static HodgesLehmannResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double level,
        ComputeContext context
    )
    {
        long n = reference.Length,
            m = current.Length;
        var status =
            n == 0 || m == 0 ? ResultStatus.Empty
            : IsInfinite(reference) || IsInfinite(current) ? ResultStatus.Infinite
            : ResultStatus.Ok;
        double shift = double.NaN,
            lower = double.NaN,
            upper = double.NaN;
        var isExact = false;
        if (status == ResultStatus.Ok)
        {
            var differences = new PairwiseDifferences(reference, current, context.CancellationToken);
            (var rank, isExact) = MannWhitneyQuantile.Rank(n, m, (1 - level) / 2, context.CancellationToken);
            shift = differences.Median();
            lower = rank == 0 ? double.NegativeInfinity : differences.Smallest(rank);
            upper = rank == 0 ? double.PositiveInfinity : differences.Smallest((n * m) + 1 - rank);
        }

        return new HodgesLehmannResult
        {
            Status = status,
            Shift = shift,
            Interval = new ConfidenceInterval(lower, upper, level),
            IsExact = isExact,
            ReferenceCount = n,
            CurrentCount = m,
        };
    }

    private static bool IsInfinite(ReadOnlySpan<double> sorted) =>
        double.IsInfinity(sorted[0]) || double.IsInfinity(sorted[^1]);

    private static void CheckLevel(double confidenceLevel)
    {
        if (!(confidenceLevel is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel),
                confidenceLevel,
                "The confidence level must lie in (0,1)."
            );
        }
    }
}
