using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>The test of Ansari and Bradley: does one of two samples lie farther out than the other?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ in scale about a common median; a difference in location is mistaken for one. The statistic AB is
/// the sum of min(rank, N + 1 - rank) over the reference's values, midranks for ties, as in SciPy and R: small where the reference is the wider one.</para>
/// <para>Exact p-values condition on the ties that are there (Streitberg and Röhmel 1986); two-sided is twice the smaller tail, at most 1, as in SciPy. Asymptotic: the normal distribution
/// with the mean and variance of the scores under permutation. That is SciPy's, except where a group of ties straddles the median: there SciPy keeps the mean
/// of untied ranks, which midranks do not have.</para>
/// <para>Fewer than three values in all: <see cref="ResultStatus.TooFewRows"/>. All scores equal, as where all values are: <see cref="ResultStatus.Constant"/>. Infinities are values,
/// -0.0 equals 0.0, NaN is refused. O(n + m) and the sorting; the same bits at any number of threads. Ansari and Bradley (1960).</para>
/// </remarks>
public static class AnsariBradley
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static AnsariBradleyResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        AnsariBradleyOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, AnsariBradleyOptions?, ComputeContext?)"/>
    public static AnsariBradleyResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        AnsariBradleyOptions? options = null,
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
    public static AnsariBradleyResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        AnsariBradleyOptions? options = null,
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
    public static AnsariBradleyResult Test(
        CountedValues reference,
        CountedValues current,
        AnsariBradleyOptions? options = null,
        ComputeContext? context = null
    ) => Of(new SortedSamples(reference, current), options, context);

    private static AnsariBradleyResult Of(
        SortedSamples samples,
        AnsariBradleyOptions? options,
        ComputeContext? context
    ) => AnsariBradleyPValue.Judge(samples, options ?? AnsariBradleyOptions.Default, context ?? ComputeContext.Default);
}
