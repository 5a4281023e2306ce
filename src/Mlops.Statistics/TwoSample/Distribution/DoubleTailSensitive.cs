using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The DTS test of Dowd: do two samples come from the same distribution? The area between them, with the tails at their own scale.</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ somewhere. The statistic is ∫ (|F_reference - F_current| / √(2 H (1 - H) / N))^p dx
/// with the pooled distribution function H and N = n + m, as in the R package twosamples. It is to <see cref="WassersteinTest"/> what Anderson and Darling's test
/// is to Cramér and von Mises': a difference in a tail, where distribution functions hardly vary, counts for more, and how far apart the values are
/// counts too. A few extreme values can lead it.</para>
/// <para>The p-value is by permutation of the pooled values as they are: its size is at most its level for any sample sizes, ties and all. NaN is
/// refused, infinite values and empty samples have a status; where all values are the same one the statistic is 0 and the p-value 1. O(n + m) a
/// replicate. Dowd (2020), "A new ECDF two-sample test statistic".</para>
/// </remarks>
public static class DoubleTailSensitive
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or there are more values together than an array holds.</exception>
    public static DoubleTailSensitiveResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        DoubleTailSensitiveOptions? options = null,
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
    public static DoubleTailSensitiveResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        DoubleTailSensitiveOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return OfSorted(reference, current, options, context);
    }

    private static DoubleTailSensitiveResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        DoubleTailSensitiveOptions? options,
        ComputeContext? context
    )
    {
        options ??= DoubleTailSensitiveOptions.Default;
        context ??= ComputeContext.Default;
        var status = WassersteinSummary.StatusOf(reference, current);
        var isKnown = status == ResultStatus.Ok;
        var permutation = isKnown ? Permute(PooledOrder.Of(reference, current), options, context) : null;
        return new DoubleTailSensitiveResult
        {
            Status = status,
            Statistic = isKnown ? Area(reference, current, options.Power, context) : double.NaN,
            PValue = permutation?.PValue ?? double.NaN,
            Permutation = permutation,
            ReferenceCount = reference.Length,
            CurrentCount = current.Length,
            Options = options,
        };
    }

    private static double Area(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double power,
        ComputeContext context
    )
    {
        var scale = WassersteinSummary.ScaleOf(reference, current);
        var sum = default(CompensatedSum);
        var begin = new ReweightedArea(reference.Length, current.Length, power, scale);
        foreach (var part in SortedMerge.Walk(reference, current, begin, context))
        {
            sum.Add(part.Sum);
        }

        return sum.Value / scale;
    }

    private static PermutationPValue Permute(
        PooledOrder pooled,
        DoubleTailSensitiveOptions options,
        ComputeContext context
    )
    {
        var weights = pooled.RelativeGaps();
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] /= Math.Pow(ReweightedArea.Deviation(k + 1, pooled.Values.Length), options.Power);
        }

        return LabelPermutation.Test(
            pooled.Labels,
            new AreaStatistic(weights, pooled.ReferenceCount, pooled.CurrentCount, options.Power),
            options.Permutation,
            context
        );
    }
}
