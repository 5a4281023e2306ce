using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.EffectSizes;

/// <summary>Cliff's delta: how much more often are the values of one sample the larger ones than the smaller ones?</summary>
/// <remarks>
/// <para>P(reference &lt; current) - P(reference &gt; current) in the samples, which is 2 <see cref="ProbabilityOfSuperiority"/> - 1, counted in whole numbers. It does not change when both
/// samples are transformed alike by a rising function.</para>
/// <para>The variance is Cliff's (1993) consistent one, (m² Σ (d_i - d)² + n² Σ (d_j - d)² - ΣΣ (d_ij - d)²) / (n m (n - 1) (m - 1)) of the pairs' signs d_ij and their means by row
/// and column, but at least (1 - d²) / (n m - 1); the interval is his asymmetric one, and, for samples that do not overlap, from (b - z²) / (b + z²) to 1 for the
/// smaller size b (Feng and Cliff 2004). COVERAGE</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused. O(n + m) and the sorting; the same bits at any number of threads.</para>
/// </remarks>
public static class CliffDelta
{
    /// <summary>Measures two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="confidenceLevel">The interval's two-sided level in (0,1).</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The effect; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CliffDeltaResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), confidenceLevel, context);
    }

    /// <summary>Measures two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="confidenceLevel">The interval's two-sided level in (0,1).</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The effect; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CliffDeltaResult MeasureSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return Of(new SortedSamples(reference, current), confidenceLevel, context);
    }

    /// <summary>Measures two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts, of at most 2³¹ - 1 rows.</param>
    /// <param name="current">The current values with their counts, of at most 2³¹ - 1 rows.</param>
    /// <param name="confidenceLevel">The interval's two-sided level in (0,1).</param>
    /// <param name="context">When to stop; <see langword="null"/> for never.</param>
    /// <returns>The effect, the same as for the rows written out.</returns>
    /// <exception cref="ArgumentException">A side has more rows than that.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static CliffDeltaResult Measure(
        CountedValues reference,
        CountedValues current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    ) => Of(new SortedSamples(reference, current), confidenceLevel, context);

    private static CliffDeltaResult Of(SortedSamples samples, double confidenceLevel, ComputeContext? context)
    {
        RankEffectLevel.Check(confidenceLevel);
        var sums = PlacementSums.Of(samples, context ?? ComputeContext.Default);
        var status =
            samples.IsEmpty ? ResultStatus.Empty
            : Math.Min(sums.ReferenceCount, sums.CurrentCount) < 2 ? ResultStatus.TooFewRows
            : ResultStatus.Ok;
        var isKnown = status == ResultStatus.Ok;
        var variance = isKnown ? CliffInterval.Variance(sums) : double.NaN;
        return new CliffDeltaResult
        {
            Status = status,
            Value = samples.IsEmpty ? double.NaN : sums.Delta,
            StandardError = Math.Sqrt(variance),
            Interval = isKnown
                ? CliffInterval.Of(sums, variance, confidenceLevel)
                : new ConfidenceInterval(double.NaN, double.NaN, confidenceLevel),
            ReferenceCount = sums.ReferenceCount,
            CurrentCount = sums.CurrentCount,
        };
    }
}
