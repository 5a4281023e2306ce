using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The two-sample test of Kolmogorov and Smirnov: do two samples come from the same distribution?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ somewhere, or in one stochastic order. The statistic is
/// D = sup |F_reference - F_current| of the empirical distribution functions, or the supremum without the bars in the direction asked about:
/// D⁺ = sup (F_reference - F_current) for <see cref="TwoSampleAlternative.CurrentGreater"/>. It is found in whole numbers, as
/// |i m - j n| / (n m), and divided once.</para>
/// <para>Exact p-values are shares of lattice paths (Hodges 1958), in O(n) for equal sizes and at most O(n m) for others; they are replaced by
/// asymptotic ones where n m exceeds 2³² or, for unequal sizes, lcm(n, m) reaches 2³¹. Asymptotic: two-sided <see cref="Distributions.Kolmogorov"/>
/// at n m / (n + m), rounded half to even, as SciPy does; one-sided Hodges (1958), formula 5.3. Ties lower D and make both p-values conservative;
/// <see cref="KolmogorovSmirnovMethod.Conditional"/> and <see cref="KolmogorovSmirnovMethod.Permutation"/> take the ties as they are.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused. O(n + m) and the sorting; the same bits at any number of threads.
/// Smirnov (1939); Hodges (1958), "The significance probability of the Smirnov two-sample test".</para>
/// </remarks>
public static partial class KolmogorovSmirnov
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static KolmogorovSmirnovResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KolmogorovSmirnovOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, KolmogorovSmirnovOptions?, ComputeContext?)"/>
    public static KolmogorovSmirnovResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        KolmogorovSmirnovOptions? options = null,
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
    public static KolmogorovSmirnovResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KolmogorovSmirnovOptions? options = null,
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
    /// <param name="context">When to stop; <see langword="null"/> for never.</param>
    /// <returns>The test, the same as for the rows written out; empty samples have a status.</returns>
    public static KolmogorovSmirnovResult Test(
        CountedValues reference,
        CountedValues current,
        KolmogorovSmirnovOptions? options = null,
        ComputeContext? context = null
    )
    {
        options ??= KolmogorovSmirnovOptions.Default;
        var supremum = Supremum.Of(reference, current, options.Alternative);
        var ties = KolmogorovSmirnovPValue.NeedsTies(options.Method) ? TieGroups.Of(reference, current) : null;
        return KolmogorovSmirnovPValue.Judge(supremum, ties, options, context ?? ComputeContext.Default);
    }

    private static KolmogorovSmirnovResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KolmogorovSmirnovOptions? options,
        ComputeContext? context
    )
    {
        options ??= KolmogorovSmirnovOptions.Default;
        context ??= ComputeContext.Default;
        var supremum = Supremum.Of(reference, current, options.Alternative, context);
        var ties = KolmogorovSmirnovPValue.NeedsTies(options.Method) ? TieGroups.Of(reference, current) : null;
        return KolmogorovSmirnovPValue.Judge(supremum, ties, options, context);
    }
}
