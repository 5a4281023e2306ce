using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The rank sum test of Mann, Whitney and Wilcoxon: does one of two samples tend to have the larger values?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: a value of one tends to exceed a value of the other. The statistic is U of the reference,
/// the number of pairs in which its value is the larger one, ties counting half: SciPy's for the reference as first sample. It is counted in whole numbers.</para>
/// <para>Exact p-values condition on the ties that are there: all n + m values in their places, the labels permuted (Streitberg and Röhmel 1986). Without ties
/// that is the classical distribution. The work is about N² n m / 2 steps for the smaller n; where it exceeds 10⁹, at 150 against 150 values, the p-value is
/// asymptotic, which the result says. Two-sided, U counts as far from n m / 2 as it is on either side. Asymptotic: the normal distribution with variance
/// n m / 12 (N + 1 - Σ (t³ - t) / (N (N - 1))) over groups of t equal values, and a continuity correction of ½.</para>
/// <para>Where all values are equal nothing can be told apart: p is 1. Infinities are values, -0.0 equals 0.0, NaN is refused. A sample given by counts is the rows
/// written out; weights of other kinds have no place here, since U's distribution is one of permuted rows. O(n + m) and the sorting; the same bits at any
/// number of threads. A test of equal distributions: where spreads differ its size is not kept, and <see cref="BrunnerMunzel"/> is the one to take.</para>
/// <para>Wilcoxon (1945); Mann and Whitney (1947). For the size of the effect see <see cref="EffectSizes.ProbabilityOfSuperiority"/> and <see cref="HodgesLehmann"/>.</para>
/// </remarks>
public static class MannWhitney
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MannWhitneyResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        MannWhitneyOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, MannWhitneyOptions?, ComputeContext?)"/>
    public static MannWhitneyResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        MannWhitneyOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new WidenedSortedCopy(reference, context);
        using var second = new WidenedSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), options, context);
    }

    /// <summary>Tests two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    public static MannWhitneyResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        MannWhitneyOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return Of(new SortedSamples(reference, current), options, context);
    }

    /// <summary>Tests two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts, of at most 2³¹ - 1 rows.</param>
    /// <param name="current">The current values with their counts, of at most 2³¹ - 1 rows.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">When to stop; <see langword="null"/> for never.</param>
    /// <returns>The test, the same as for the rows written out.</returns>
    /// <exception cref="ArgumentException">A side has more rows than that.</exception>
    public static MannWhitneyResult Test(
        CountedValues reference,
        CountedValues current,
        MannWhitneyOptions? options = null,
        ComputeContext? context = null
    ) => Of(new SortedSamples(reference, current), options, context);

    private static MannWhitneyResult Of(SortedSamples samples, MannWhitneyOptions? options, ComputeContext? context) =>
        MannWhitneyPValue.Judge(samples, options ?? MannWhitneyOptions.Default, context ?? ComputeContext.Default);
}
