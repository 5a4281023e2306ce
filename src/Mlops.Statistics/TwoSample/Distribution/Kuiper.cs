using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Kuiper's test of two samples: do they come from the same distribution, on a line or on a circle?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ somewhere. The statistic is V = D⁺ + D⁻, the largest difference of the
/// empirical distribution functions each way. It does not depend on where a circle is cut, so that it fits hours, weekdays and angles, and it
/// finds changes of spread that Kolmogorov-Smirnov, which looks at the larger of the two alone, finds less often.</para>
/// <para>Asymptotic p: 2 Σ_j (4 j² λ² - 1) e^(-2 j² λ²) with λ = (√N + 0.155 + 0.24 / √N) V and N = n m / (n + m); 1 where λ is below 0.4.
/// Ties lower V, so that it is then too large; permutation takes the ties as they are.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused; constant samples are equal or disjoint as any others. O(n + m) and the sorting;
/// the same bits at any number of threads. Kuiper (1960), "Tests concerning random points on a circle"; Stephens (1970), for the factor.</para>
/// </remarks>
public static class Kuiper
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static KuiperResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KuiperOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, KuiperOptions?, ComputeContext?)"/>
    public static KuiperResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        KuiperOptions? options = null,
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
    /// <returns>The test; empty samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    public static KuiperResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KuiperOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return OfSorted(reference, current, options, context);
    }

    /// <summary>Tests two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts.</param>
    /// <param name="current">The current values with their counts.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads, and when to stop; <see langword="null"/> for all of them, and never.</param>
    /// <returns>The test, the same as for the rows written out; empty samples have a status.</returns>
    public static KuiperResult Test(
        CountedValues reference,
        CountedValues current,
        KuiperOptions? options = null,
        ComputeContext? context = null
    )
    {
        options ??= KuiperOptions.Default;
        return KuiperPValue.Judge(
            Supremum.Of(reference, current, TwoSampleAlternative.CurrentGreater),
            Supremum.Of(reference, current, TwoSampleAlternative.CurrentLess),
            KuiperPValue.NeedsTies((Int128)reference.Total + current.Total, options.Method)
                ? TieGroups.Of(reference, current)
                : null,
            options,
            context ?? ComputeContext.Default
        );
    }

    private static KuiperResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KuiperOptions? options,
        ComputeContext? context
    )
    {
        options ??= KuiperOptions.Default;
        context ??= ComputeContext.Default;
        return KuiperPValue.Judge(
            Supremum.Of(reference, current, TwoSampleAlternative.CurrentGreater, context),
            Supremum.Of(reference, current, TwoSampleAlternative.CurrentLess, context),
            KuiperPValue.NeedsTies((long)reference.Length + current.Length, options.Method)
                ? TieGroups.Of(reference, current)
                : null,
            options,
            context
        );
    }
}
