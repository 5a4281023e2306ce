using System.Numerics;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns the largest difference into a test.</summary>
internal static class KolmogorovSmirnovPValue
{
    /// <summary>Larger samples get the asymptotic p-value from <see cref="KolmogorovSmirnovMethod.Auto"/>: SciPy's limit.</summary>
    private const long LargestAutoCount = 10_000;

    /// <summary>n m up to which paths are counted: some seconds at most.</summary>
    private const long LargestLattice = 1L << 32;

    internal static KolmogorovSmirnovResult Judge(
        in Supremum supremum,
        KolmogorovSmirnovOptions options,
        ComputeContext context
    )
    {
        long n = supremum.ReferenceCount,
            m = supremum.CurrentCount;
        var isExact = IsExact(n, m, options.Method);
        var isEmpty = n == 0 || m == 0;
        var statistic = isEmpty ? double.NaN : (double)supremum.Height / ((double)n * m);
        var pValue = isEmpty
            ? double.NaN
            : PValue(
                n,
                m,
                supremum.Height,
                statistic,
                options.Alternative == TwoSampleAlternative.TwoSided,
                isExact,
                context
            );
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
            Method = isExact ? KolmogorovSmirnovMethod.Exact : KolmogorovSmirnovMethod.Asymptotic,
            Options = options,
        };
    }

    private static bool IsExact(long n, long m, KolmogorovSmirnovMethod method) =>
        method switch
        {
            KolmogorovSmirnovMethod.Auto => Math.Max(n, m) <= LargestAutoCount,
            KolmogorovSmirnovMethod.Exact => n == 0 || m == 0 || IsFeasible(n, m),
            _ => false,
        };

    private static bool IsFeasible(long n, long m)
    {
        var divisor = (long)BigInteger.GreatestCommonDivisor(n, m);
        var product = (Int128)n * m;
        return n == m ? n <= LargestLattice : product <= LargestLattice && product / divisor < int.MaxValue;
    }

    private static double PValue(
        long n,
        long m,
        Int128 height,
        double statistic,
        bool isTwoSided,
        bool isExact,
        ComputeContext context
    )
    {
        if (isExact)
        {
            return height == 0 ? 1 : LatticePaths.Probability(n, m, height, isTwoSided, context.CancellationToken);
        }

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
}
