using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.EffectSizes;

/// <summary>The probability of superiority: how likely is a value of one sample to exceed a value of the other?</summary>
/// <remarks>
/// <para>P(reference &lt; current) + ½ P(reference = current), also called the common language effect size, the relative effect, and the area under the ROC curve that
/// tells current from reference. It is counted in whole numbers. It does not change when both samples are transformed alike by a rising function.</para>
/// <para>The intervals' coverage depends on the shapes; 95% intervals covered in a simulation of normal, log-normal and rounded samples: <see cref="SuperiorityIntervalMethod.Logit"/>
/// COVERAGE. All widen where one side is small, since neither side's n alone decides.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused. O(n + m) and the sorting; the same bits at any number of threads. McGraw and Wong (1992); Vargha and
/// Delaney (2000); Brunner and Munzel (2000).</para>
/// </remarks>
public static class ProbabilityOfSuperiority
{
    /// <summary>Measures two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="confidenceLevel">The interval's two-sided level in (0,1).</param>
    /// <param name="method">How the interval is made.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The effect; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ProbabilityOfSuperiorityResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        SuperiorityIntervalMethod method = SuperiorityIntervalMethod.Logit,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), confidenceLevel, method, context);
    }

    /// <summary>Measures two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="confidenceLevel">The interval's two-sided level in (0,1).</param>
    /// <param name="method">How the interval is made.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The effect; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ProbabilityOfSuperiorityResult MeasureSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        SuperiorityIntervalMethod method = SuperiorityIntervalMethod.Logit,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return Of(new SortedSamples(reference, current), confidenceLevel, method, context);
    }

    /// <summary>Measures two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts, of at most 2³¹ - 1 rows.</param>
    /// <param name="current">The current values with their counts, of at most 2³¹ - 1 rows.</param>
    /// <param name="confidenceLevel">The interval's two-sided level in (0,1).</param>
    /// <param name="method">How the interval is made.</param>
    /// <param name="context">When to stop; <see langword="null"/> for never.</param>
    /// <returns>The effect, the same as for the rows written out.</returns>
    /// <exception cref="ArgumentException">A side has more rows than that.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ProbabilityOfSuperiorityResult Measure(
        CountedValues reference,
        CountedValues current,
        double confidenceLevel = 0.95,
        SuperiorityIntervalMethod method = SuperiorityIntervalMethod.Logit,
        ComputeContext? context = null
    ) => Of(new SortedSamples(reference, current), confidenceLevel, method, context);

    private static ProbabilityOfSuperiorityResult Of(
        SortedSamples samples,
        double confidenceLevel,
        SuperiorityIntervalMethod method,
        ComputeContext? context
    )
    {
        RankEffectLevel.Check(confidenceLevel);
        SampleChecks.Defined(method, nameof(method));
        var sums = PlacementSums.Of(samples, context ?? ComputeContext.Default);
        var status =
            samples.IsEmpty ? ResultStatus.Empty
            : Math.Min(sums.ReferenceCount, sums.CurrentCount) < 2 ? ResultStatus.TooFewRows
            : ResultStatus.Ok;
        var estimate = status == ResultStatus.Ok ? SuperiorityEstimate.Of(sums) : default;
        var isKnown = status == ResultStatus.Ok;
        var used = isKnown && estimate.Variance == 0 ? SuperiorityIntervalMethod.Newcombe : method;
        return new ProbabilityOfSuperiorityResult
        {
            Status = status,
            Value = samples.IsEmpty ? double.NaN : sums.Superiority,
            StandardError = isKnown ? Math.Sqrt(estimate.Variance) : double.NaN,
            Interval = isKnown
                ? SuperiorityIntervals.Of(sums, estimate, used, confidenceLevel)
                : new ConfidenceInterval(double.NaN, double.NaN, confidenceLevel),
            Method = used,
            ReferenceCount = sums.ReferenceCount,
            CurrentCount = sums.CurrentCount,
        };
    }
}
