using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Anderson-Darling test of two or more samples: do they all come from the same distribution?</summary>
/// <remarks>
/// <para>Null: all distributions are the same. Alternative: at least one differs somewhere. The statistic is
/// A² = Σ_i 1/n_i Σ_j (N M_ij - j n_i)² / (N j (N - j)), with M_ij how many of sample i are among the j least of all N values: the mean squared difference
/// from the pooled distribution, weighted by what chance makes of it, so that the tails count as much as the middle. It is standardised by its
/// mean k - 1 and its standard deviation under equal continuous distributions.</para>
/// <para>Under ties A² is found by midranks or, for discrete data, from the right (<see cref="AndersonDarlingTies"/>), and the p-value is one given the
/// ties: by permutation or by the limit. SciPy's p-value, which ends at 0.001 and 0.25, is
/// <see cref="AndersonDarlingMethod.Interpolated"/>.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused; samples that are all one value have a status. O(N) and the sorting; the same bits at
/// any number of threads. Scholz and Stephens (1987), "K-sample Anderson-Darling tests".</para>
/// </remarks>
public static class AndersonDarling
{
    /// <summary>How many samples <see cref="TestSamples"/> takes.</summary>
    public const int MostSamples = 256;

    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty and constant samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static AndersonDarlingResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        AndersonDarlingOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, AndersonDarlingOptions?, ComputeContext?)"/>
    public static AndersonDarlingResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        AndersonDarlingOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new WidenedSortedCopy(reference, context);
        using var second = new WidenedSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, options, context);
    }

    /// <summary>Tests two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; empty and constant samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    public static AndersonDarlingResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        AndersonDarlingOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return OfSorted(reference, current, options, context);
    }

    /// <summary>Tests two or more samples in any order.</summary>
    /// <param name="samples">The samples, from two to <see cref="MostSamples"/>; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty and constant samples have a status.</returns>
    /// <remarks>O(N log N + D k) for D different values in k samples.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="samples"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are too few or too many samples, or a value is NaN.</exception>
    public static AndersonDarlingResult TestSamples(
        IReadOnlyList<ReadOnlyMemory<double>> samples,
        AndersonDarlingOptions? options = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count is < 2 or > MostSamples)
        {
            throw new ArgumentException(
                $"'{nameof(samples)}' has {samples.Count} samples; it must have from 2 to {MostSamples}.",
                nameof(samples)
            );
        }

        options ??= AndersonDarlingOptions.Default;
        context ??= ComputeContext.Default;
        var sizes = new long[samples.Count];
        for (var sample = 0; sample < sizes.Length; sample++)
        {
            SampleChecks.ThrowIfNaN(samples[sample].Span, $"{nameof(samples)}[{sample}]");
            sizes[sample] = samples[sample].Length;
        }

        if (sizes.Contains(0))
        {
            return AndersonDarlingPValue.Judge(double.NaN, false, false, sizes, null, options, context);
        }

        var pool = LabelledPool.Of(samples, context);
        var statistic = new AndersonDarlingOfLabels(pool.Ends, sizes, options.Ties == AndersonDarlingTies.Midranks);
        return AndersonDarlingPValue.Judge(
            statistic.Of(pool.Labels),
            pool.Ends.Length < 2,
            pool.HasTies,
            sizes,
            pool,
            options,
            context
        );
    }

    private static AndersonDarlingResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        AndersonDarlingOptions? options,
        ComputeContext? context
    )
    {
        options ??= AndersonDarlingOptions.Default;
        context ??= ComputeContext.Default;
        long[] sizes = [reference.Length, current.Length];
        if (sizes.Contains(0))
        {
            return AndersonDarlingPValue.Judge(double.NaN, false, false, sizes, null, options, context);
        }

        var isMidrank = options.Ties == AndersonDarlingTies.Midranks;
        var sum = TieGroupWalk.Sum(
            reference,
            current,
            new AndersonDarlingSum(sizes[0], sizes[1], isMidrank),
            context
        );
        var isPoolNeeded = AndersonDarlingPValue.NeedsPool(options.Method, sizes, sum.HasTies);
        return AndersonDarlingPValue.Judge(
            sum.SquaredDifference,
            sum.IsConstant,
            sum.HasTies,
            sizes,
            isPoolNeeded ? LabelledPool.Of(TieGroups.Of(reference, current)) : null,
            options,
            context
        );
    }
}
