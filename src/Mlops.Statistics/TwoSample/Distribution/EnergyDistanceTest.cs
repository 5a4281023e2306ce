using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The energy test of Székely and Rizzo on the line: do two samples come from the same distribution?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ somewhere. The statistic is E of <see cref="EnergyDistance"/>; the factor
/// n m / (n + m), the root and the unbiased form change nothing in the p-value, which is by permutation of the pooled values as they are: its size is
/// at most its level for any sample sizes, ties and all.</para>
/// <para>NaN is refused, infinite values and empty samples have a status; where all values are the same one the p-value is 1. O(n + m) a replicate,
/// not O(n m). Székely and Rizzo (2004), "Testing for equal distributions in high dimension".</para>
/// </remarks>
public static class EnergyDistanceTest
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">How permutations are drawn; <see langword="null"/> for 999 of them, from seed 0.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or there are more values together than an array holds.</exception>
    public static EnergyDistanceTestResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        PermutationOptions? options = null,
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
    /// <param name="options">How permutations are drawn; <see langword="null"/> for 999 of them, from seed 0.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN or less than the one before, or there are more values together than an array holds.</exception>
    public static EnergyDistanceTestResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        PermutationOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return OfSorted(reference, current, options, context);
    }

    private static EnergyDistanceTestResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        PermutationOptions? options,
        ComputeContext? context
    )
    {
        options ??= PermutationOptions.Default;
        context ??= ComputeContext.Default;
        var effect = EnergyDistance.OfSorted(reference, current, context);
        var permutation =
            effect.Status == ResultStatus.Ok ? Permute(PooledOrder.Of(reference, current), options, context) : null;
        return new EnergyDistanceTestResult
        {
            Status = effect.Status,
            Statistic = effect.Statistic,
            PValue = permutation?.PValue ?? double.NaN,
            Effect = effect,
            Permutation = permutation,
            Options = options,
        };
    }

    private static PermutationPValue Permute(PooledOrder pooled, PermutationOptions options, ComputeContext context) =>
        LabelPermutation.Test(
            pooled.Labels,
            new AreaStatistic(pooled.RelativeGaps(), pooled.ReferenceCount, pooled.CurrentCount, power: 2),
            options,
            context
        );
}
