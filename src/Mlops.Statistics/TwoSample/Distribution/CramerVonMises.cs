using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The two-sample test of Cramér and von Mises: do two samples come from the same distribution?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ somewhere. The statistic is T = n m / (n + m)² Σ (F_reference - F_current)²
/// over all n + m values: the mean squared difference of the empirical distribution functions, where Kolmogorov-Smirnov has the largest one.</para>
/// <para>Ties: <see cref="CramerVonMisesResult.Statistic"/> is found by midranks, as SciPy does, and the asymptotic p-value of it is SciPy's. For unequal
/// sizes that statistic grows with ties alone: 200,000 against 150,000 values of 50 kinds have T near 1 and p near 0.002 when nothing differs. So with ties
/// the default is a p-value given the ties of <see cref="CramerVonMisesResult.SquaredDifference"/>, which has no such term: exact, by permutation or
/// by its limit. Without ties the two statistics are the same number.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused; of constant samples that are equal the difference is 0. O(n + m) and the sorting, on all
/// threads; the same bits at any number of them. Anderson (1962), "On the distribution of the two-sample Cramér-von Mises criterion"; Xiao, Gordon and
/// Yakovlev (2006), for the exact distribution.</para>
/// </remarks>
public static class CramerVonMises
{
    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static CramerVonMisesResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        CramerVonMisesOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, options, context);
    }

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, CramerVonMisesOptions?, ComputeContext?)"/>
    public static CramerVonMisesResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        CramerVonMisesOptions? options = null,
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
    public static CramerVonMisesResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        CramerVonMisesOptions? options = null,
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
    /// <returns>The test of the rows written out, but for the last digits; empty samples have a status.</returns>
    public static CramerVonMisesResult Test(
        CountedValues reference,
        CountedValues current,
        CramerVonMisesOptions? options = null,
        ComputeContext? context = null
    )
    {
        options ??= CramerVonMisesOptions.Default;
        long n = reference.Total,
            m = current.Total;
        if (n == 0 || m == 0)
        {
            return CramerVonMisesPValue.Empty(n, m, options);
        }

        var ties = TieGroups.Of(reference, current);
        var sum = new CramerVonMisesSum(n, m);
        long i = 0,
            j = 0;
        for (var group = 0; group < ties.Ends.Length; group++)
        {
            long firstEnd = ties.ReferenceEnds[group],
                secondEnd = ties.Ends[group] - firstEnd;
            sum.Add(firstEnd - i, secondEnd - j, (double)(((Int128)firstEnd * m) - ((Int128)secondEnd * n)));
            (i, j) = (firstEnd, secondEnd);
        }

        return CramerVonMisesPValue.Judge(n, m, sum, ties, options, context ?? ComputeContext.Default);
    }

    private static CramerVonMisesResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        CramerVonMisesOptions? options,
        ComputeContext? context
    )
    {
        options ??= CramerVonMisesOptions.Default;
        context ??= ComputeContext.Default;
        long n = reference.Length,
            m = current.Length;
        if (n == 0 || m == 0)
        {
            return CramerVonMisesPValue.Empty(n, m, options);
        }

        var sum = TieGroupWalk.Sum(reference, current, new CramerVonMisesSum(n, m), context);
        var ties = CramerVonMisesPValue.NeedsTies(n + m, sum.HasTies, options.Method)
            ? TieGroups.Of(reference, current)
            : null;
        return CramerVonMisesPValue.Judge(n, m, sum, ties, options, context);
    }
}
