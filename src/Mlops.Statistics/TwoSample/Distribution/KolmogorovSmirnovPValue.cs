using System.Numerics;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns the largest difference into a test.</summary>
internal static class KolmogorovSmirnovPValue
{
    /// <summary>Larger samples get the asymptotic p-value from <see cref="KolmogorovSmirnovMethod.Auto"/>: SciPy's limit.</summary>
    private const long LargestAutoCount = 10_000;

    /// <summary>n m up to which paths are counted: some seconds at most.</summary>
    private const long LargestLattice = 1L << 32;

    /// <summary>Whether a method needs to know the groups of equal values.</summary>
    internal static bool NeedsTies(KolmogorovSmirnovMethod method) =>
        method is KolmogorovSmirnovMethod.Conditional or KolmogorovSmirnovMethod.Permutation;

    /// <param name="supremum">The largest difference.</param>
    /// <param name="ties">The groups of equal values, where the method <see cref="NeedsTies"/>.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static KolmogorovSmirnovResult Judge(
        in Supremum supremum,
        TieGroups? ties,
        KolmogorovSmirnovOptions options,
        ComputeContext context
    )
    {
        long n = supremum.ReferenceCount,
            m = supremum.CurrentCount;
        var method = Choose(n, m, ties, options.Method);
        var isEmpty = n == 0 || m == 0;
        var statistic = isEmpty ? double.NaN : (double)supremum.Height / ((double)n * m);
        var permutation =
            !isEmpty && method == KolmogorovSmirnovMethod.Permutation
                ? LabelPermutation.Test(
                    ties!.Labels(),
                    new SupremumOfLabels(ties, options.Alternative),
                    options.Permutation,
                    context
                )
                : null;
        var isTwoSided = options.Alternative == TwoSampleAlternative.TwoSided;
        var pValue = method switch
        {
            _ when isEmpty => double.NaN,
            KolmogorovSmirnovMethod.Permutation => permutation!.PValue,
            KolmogorovSmirnovMethod.Asymptotic => Asymptotic(n, m, statistic, isTwoSided),
            _ when supremum.Height == 0 => 1,
            KolmogorovSmirnovMethod.Conditional => Conditional(supremum, ties!, options.Alternative, context),
            _ => LatticePaths.Probability(n, m, supremum.Height, isTwoSided, context.CancellationToken),
        };
        return new KolmogorovSmirnovResult
        {
            Status =
                isEmpty ? ResultStatus.Empty
                : double.IsNaN(pValue) ? ResultStatus.TooFewRows
                : ResultStatus.Ok,
            Statistic = statistic,
            Location = supremum.Location,
            Difference = supremum.IsAbove ? statistic : 0 - statistic,
            PValue = pValue,
            ReferenceCount = n,
            CurrentCount = m,
            EffectiveReferenceCount = n,
            EffectiveCurrentCount = m,
            Permutation = permutation,
            Method = method,
            Options = options,
        };
    }

    /// <summary>The asymptotic p-value; sizes may be effective ones. NaN where the two-sided one has less than half a value to go by.</summary>
    internal static double Asymptotic(double n, double m, double statistic, bool isTwoSided)
    {
        double larger = Math.Max(n, m),
            smaller = Math.Min(n, m);
        var size = larger * smaller / (larger + smaller);
        if (isTwoSided)
        {
            // Half to even, as SciPy rounds; one value a side is none.
            var rounded = Math.Round(size, MidpointRounding.ToEven);
            return rounded < 1 ? double.NaN : Kolmogorov.Survival(statistic, (long)rounded);
        }

        var z = Math.Sqrt(size) * statistic;
        var correction = (larger + (2 * smaller)) / Math.Sqrt(larger * smaller * (larger + smaller));
        return Math.Exp((-2 * z * z) - (2 * z * correction / 3));
    }

    private static double Conditional(
        in Supremum supremum,
        TieGroups ties,
        TwoSampleAlternative alternative,
        ComputeContext context
    )
    {
        int n = (int)supremum.ReferenceCount,
            m = (int)supremum.CurrentCount;

        // One-sided, the first sample is the one whose function is asked to be the upper one.
        var isSwapped = alternative == TwoSampleAlternative.CurrentLess;
        return TiedLatticePaths.Probability(
            isSwapped ? m : n,
            isSwapped ? n : m,
            (long)supremum.Height,
            alternative == TwoSampleAlternative.TwoSided,
            ties.Ends,
            context.CancellationToken
        );
    }

    private static KolmogorovSmirnovMethod Choose(long n, long m, TieGroups? ties, KolmogorovSmirnovMethod method) =>
        method switch
        {
            KolmogorovSmirnovMethod.Auto when Math.Max(n, m) <= LargestAutoCount => KolmogorovSmirnovMethod.Exact,
            KolmogorovSmirnovMethod.Exact when n == 0 || m == 0 || IsFeasible(n, m) => method,
            KolmogorovSmirnovMethod.Conditional when (Int128)n * m <= LargestLattice && ties!.CanBeLabelled => method,
            KolmogorovSmirnovMethod.Conditional or KolmogorovSmirnovMethod.Permutation when ties!.CanBeLabelled =>
                KolmogorovSmirnovMethod.Permutation,
            _ => KolmogorovSmirnovMethod.Asymptotic,
        };

    private static bool IsFeasible(long n, long m)
    {
        var divisor = (long)BigInteger.GreatestCommonDivisor(n, m);
        var product = (Int128)n * m;
        return n == m ? n <= LargestLattice : product <= LargestLattice && product / divisor < int.MaxValue;
    }
}
