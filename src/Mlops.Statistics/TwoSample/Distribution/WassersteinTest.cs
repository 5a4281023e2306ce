using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The two-sample test whose statistic is the Wasserstein distance: do two samples come from the same distribution?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ somewhere. The statistic is <see cref="Wasserstein"/>'s distance, of order 1
/// unless another is asked for; it has no distribution that is free of the data's, so the p-value is by permutation of the pooled values as they are:
/// its size is at most its level for any sample sizes, ties and all. Beside Kolmogorov-Smirnov it sees differences in the tails, where values are
/// far apart, and is led by a few extreme values.</para>
/// <para>NaN is refused, infinite values and empty samples have a status; where all values are the same one the p-value is 1. O(n + m) a replicate.
/// Ramdas, García Trillos and Cuturi (2017), "On Wasserstein two-sample testing and related families of nonparametric tests".</para>
/// </remarks>
public static class WassersteinTest
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or there are more values together than an array holds.</exception>
    public static WassersteinTestResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        WassersteinTestOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, options, context);
    }

    /// <summary>Tests two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN or less than the one before, or there are more values together than an array holds.</exception>
    public static WassersteinTestResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        WassersteinTestOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return OfSorted(reference, current, options, context);
    }

    private static WassersteinTestResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        WassersteinTestOptions? options,
        ComputeContext? context
    )
    {
        options ??= WassersteinTestOptions.Default;
        context ??= ComputeContext.Default;
        var effect = WassersteinOfOrder.Measure(reference, current, options.Order, context);
        var permutation =
            effect.Status == ResultStatus.Ok ? Permute(PooledOrder.Of(reference, current), options, context) : null;
        return new WassersteinTestResult
        {
            Status = effect.Status,
            Statistic = effect.Distance,
            PValue = permutation?.PValue ?? double.NaN,
            Effect = effect,
            Permutation = permutation,
            Options = options,
        };
    }

    private static PermutationPValue Permute(PooledOrder pooled, WassersteinTestOptions options, ComputeContext context)
    {
        int n = pooled.ReferenceCount,
            m = pooled.CurrentCount;
        return options.Order == 1
            ? LabelPermutation.Test(
                pooled.Labels,
                new AreaStatistic(pooled.RelativeGaps(), n, m, power: 1),
                options.Permutation,
                context
            )
            : LabelPermutation.Test(
                pooled.Labels,
                new CouplingStatistic(pooled.RelativeValues(), n, m, options.Order),
                options.Permutation,
                context
            );
    }
}
