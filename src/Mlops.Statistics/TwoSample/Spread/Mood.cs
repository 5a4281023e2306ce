using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>Mood's test of scale: does one of two samples lie farther out than the other?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ in scale about a common median; a difference in location is mistaken for one. The statistic is
/// the sum of (rank - (N + 1) / 2)² over the reference's values, standardised, positive where the reference is the wider one: SciPy's. Tied values share
/// the mean score of their ranks (Mielke 1967).</para>
/// <para>The mean n (N² - 1) / 12 and the variance, n m / (N (N - 1)) times the sum of squared deviations of the scores, are those under permutation of the labels over the
/// values as they are. p by the normal distribution, or exact, or by permutation; see <see cref="MoodMethod"/>.</para>
/// <para>Fewer than three values in all: <see cref="ResultStatus.TooFewRows"/>. All scores equal, as where all values are: <see cref="ResultStatus.Constant"/>. Infinities are values,
/// -0.0 equals 0.0, NaN is refused. O(n + m) and the sorting; the same bits at any number of threads. Mood (1954).</para>
/// </remarks>
public static class Mood
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MoodResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        MoodOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return Of(new SortedSamples(first.Values, second.Values), options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, MoodOptions?, ComputeContext?)"/>
    public static MoodResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        MoodOptions? options = null,
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
    public static MoodResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        MoodOptions? options = null,
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
    public static MoodResult Test(
        CountedValues reference,
        CountedValues current,
        MoodOptions? options = null,
        ComputeContext? context = null
    ) => Of(new SortedSamples(reference, current), options, context);

    private static MoodResult Of(SortedSamples samples, MoodOptions? options, ComputeContext? context) =>
        MoodPValue.Judge(samples, options ?? MoodOptions.Default, context ?? ComputeContext.Default);
}
