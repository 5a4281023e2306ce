using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The test of Brunner and Munzel: is a value of one sample as likely to exceed a value of the other as to fall below it, whatever their spreads?</summary>
/// <remarks>
/// <para>Null: P(reference &lt; current) + ½ P(reference = current) = ½. Unlike <see cref="MannWhitney"/> it does not suppose that the distributions are alike otherwise.
/// The statistic is the effect less ½ over its standard error from the placements, positive where the current values are the larger ones: SciPy's.</para>
/// <para>Its distribution is Student's t with Satterthwaite's degrees of freedom, or the normal one for large samples, or that under permutation of the labels
/// (Neubert and Brunner 2007; of two equally far, |T| counts), which keeps the level under equal distributions at any size and asymptotically otherwise.
/// Below about 10 values a side t is liberal.</para>
/// <para>Samples that do not overlap have a standard error of 0 and a statistic of ±∞, whose t does not exist. Of all C(N, n) assignments of labels only this
/// one and its mirror image are as extreme: whatever method was asked for, the p-value is then 1 / C(N, n), doubled for two sides (1 on the side that was not
/// asked about), and the method says <see cref="BrunnerMunzelMethod.Permutation"/>.</para>
/// <para>One value a side: <see cref="ResultStatus.TooFewRows"/>. All values equal: <see cref="ResultStatus.Constant"/>. Infinities are values, -0.0 equals 0.0, NaN is refused.
/// O(n + m) and the sorting; the same bits at any number of threads. Brunner and Munzel (2000).</para>
/// </remarks>
public static class BrunnerMunzel
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static BrunnerMunzelResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        BrunnerMunzelOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, BrunnerMunzelOptions?, ComputeContext?)"/>
    public static BrunnerMunzelResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        BrunnerMunzelOptions? options = null,
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
    public static BrunnerMunzelResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        BrunnerMunzelOptions? options = null,
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
    public static BrunnerMunzelResult Test(
        CountedValues reference,
        CountedValues current,
        BrunnerMunzelOptions? options = null,
        ComputeContext? context = null
    ) => Of(new SortedSamples(reference, current), options, context);

    private static BrunnerMunzelResult Of(
        SortedSamples samples,
        BrunnerMunzelOptions? options,
        ComputeContext? context
    ) => BrunnerMunzelPValue.Judge(samples, options ?? BrunnerMunzelOptions.Default, context ?? ComputeContext.Default);
}
