using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The two-sample rank test of Baumgartner, Weiß and Schindler: do two samples come from the same distribution?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: they differ, or in one stochastic order. With the midranks R_1 ≤ … ≤ R_n of the reference among
/// all N = n + m values, B_x = (1/n) Σ (R_i - i N / n)² / [i/(n+1) (1 - i/(n+1)) m N / n], B_y alike, and B = (B_x + B_y) / 2. One-sided each square has its sign, and
/// B = (B_y - B_x) / 2 is positive where the current values are the larger ones (Neuhäuser; SciPy has the opposite sign). Murakami's modification takes
/// the exact expectation i (N + 1) / (n + 1) and variance i/(n+1) (1 - i/(n+1)) m (N + 1) / (n + 2).</para>
/// <para>Ranks near the ends weigh more than in Kolmogorov and Smirnov's or Cramér and von Mises' tests: it sees changes of scale and tails. B is not quite
/// symmetric in the direction of the values, since i / (n + 1) and i N / n do not mirror each other; Murakami's is. Exact and permutation p-values are conditional on the
/// ties, with a size of at most their level; the asymptotic one is Anderson and Darling's limit.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused. Sorting and O(n + m), for every way or permutation. Baumgartner, Weiß and Schindler (1998), "A nonparametric test
/// for the general two-sample problem"; Neuhäuser (2005), "Exact tests based on the Baumgartner-Weiß-Schindler statistic"; Murakami (2006).</para>
/// </remarks>
public static class BaumgartnerWeissSchindler
{
    /// <summary>Steps of an enumeration, values times ways: some hundredths of a second, and a few seconds.</summary>
    private const double MostAutoSteps = 4_000_000;
    private const double MostSteps = 500_000_000;

    /// <summary>The least sample that the limit is used for unasked: at 20 values a side it rejects 5.6% at a level of 5%.</summary>
    private const int LeastLimitCount = 100;

    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; empty samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or there are more values together than an array holds.</exception>
    public static BaumgartnerWeissSchindlerResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        BaumgartnerWeissSchindlerOptions? options = null,
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
    /// <returns>The test; empty samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN or less than the one before, or there are more values together than an array holds.</exception>
    public static BaumgartnerWeissSchindlerResult TestSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        BaumgartnerWeissSchindlerOptions? options = null,
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
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test, the same as for the rows written out, which takes room for them.</returns>
    /// <exception cref="ArgumentException">There are more rows than an array holds.</exception>
    public static BaumgartnerWeissSchindlerResult Test(
        CountedValues reference,
        CountedValues current,
        BaumgartnerWeissSchindlerOptions? options = null,
        ComputeContext? context = null
    ) =>
        OfSorted(
            CountedRows.Of(reference, nameof(reference)),
            CountedRows.Of(current, nameof(current)),
            options,
            context
        );

    private static BaumgartnerWeissSchindlerResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        BaumgartnerWeissSchindlerOptions? options,
        ComputeContext? context
    )
    {
        options ??= BaumgartnerWeissSchindlerOptions.Default;
        context ??= ComputeContext.Default;
        var isEmpty = reference.IsEmpty || current.IsEmpty;
        var pooled = PooledOrder.Of(reference, current);
        var ranks = pooled.Midranks(out var hasTies);
        var method = MethodFor(pooled, hasTies, options);
        double statistic = double.NaN,
            pValue = double.NaN;
        PermutationPValue? permutation = null;
        if (!isEmpty)
        {
            var squares = new SquaredRankStatistic(
                ranks,
                pooled.ReferenceCount,
                pooled.CurrentCount,
                options.Alternative,
                options.Moments
            );
            statistic = squares.Value(pooled.Labels);
            permutation =
                method == BaumgartnerWeissSchindlerMethod.Permutation
                    ? LabelPermutation.Test(pooled.Labels, squares, options.Permutation, context)
                    : null;
            pValue = method switch
            {
                BaumgartnerWeissSchindlerMethod.Exact => LabelEnumeration.PValue(
                    pooled.Labels,
                    squares,
                    context.CancellationToken
                ),
                BaumgartnerWeissSchindlerMethod.Asymptotic => QuadraticLimits.AndersonDarling.Survival(statistic, 1),
                _ => permutation!.PValue,
            };
        }

        return new BaumgartnerWeissSchindlerResult
        {
            Status = isEmpty ? ResultStatus.Empty : ResultStatus.Ok,
            Statistic = statistic,
            PValue = pValue,
            Method = method,
            Permutation = permutation,
            HasTies = hasTies,
            ReferenceCount = reference.Length,
            CurrentCount = current.Length,
            Options = options,
        };
    }

    private static BaumgartnerWeissSchindlerMethod MethodFor(
        PooledOrder pooled,
        bool hasTies,
        BaumgartnerWeissSchindlerOptions options
    )
    {
        var steps = LabelEnumeration.Count(pooled.ReferenceCount, pooled.CurrentCount) * pooled.Values.Length;
        var hasLimit = !hasTies && options.Alternative == TwoSampleAlternative.TwoSided;
        var isLarge = Math.Min(pooled.ReferenceCount, pooled.CurrentCount) >= LeastLimitCount;
        return options.Method switch
        {
            BaumgartnerWeissSchindlerMethod.Auto when steps <= MostAutoSteps => BaumgartnerWeissSchindlerMethod.Exact,
            BaumgartnerWeissSchindlerMethod.Auto when hasLimit && isLarge => BaumgartnerWeissSchindlerMethod.Asymptotic,
            BaumgartnerWeissSchindlerMethod.Exact when steps <= MostSteps => BaumgartnerWeissSchindlerMethod.Exact,
            BaumgartnerWeissSchindlerMethod.Asymptotic when hasLimit => BaumgartnerWeissSchindlerMethod.Asymptotic,
            _ => BaumgartnerWeissSchindlerMethod.Permutation,
        };
    }
}
