using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns the sum of squared differences into a test.</summary>
internal static class CramerVonMisesPValue
{
    /// <summary>Sums times points that paths are counted through without being asked: tens of milliseconds.</summary>
    private const double LargestAutoWork = 1e6;

    /// <summary>Sums times points that paths are counted through: some seconds.</summary>
    private const double LargestWork = 1e9;

    /// <summary>Sums that are held at a time: some hundred megabytes.</summary>
    private const double LargestWidth = 1e7;

    private const int LargestAutoPermutation = 1_000;

    /// <summary>Below this the limit's upper tail is 1: SciPy's bound.</summary>
    private const double LeastNormalized = 0.003;

    /// <summary>Whether the groups of equal values have to be known.</summary>
    internal static bool NeedsTies(Int128 total, bool hasTies, CramerVonMisesMethod method) =>
        method switch
        {
            CramerVonMisesMethod.Auto => hasTies || total <= LargestAutoPermutation,
            CramerVonMisesMethod.Asymptotic => false,
            _ => true,
        };

    internal static CramerVonMisesResult Empty(long n, long m, CramerVonMisesOptions options) =>
        new()
        {
            Status = ResultStatus.Empty,
            Statistic = double.NaN,
            SquaredDifference = double.NaN,
            PValue = double.NaN,
            ReferenceCount = n,
            CurrentCount = m,
            HasTies = false,
            Method = CramerVonMisesMethod.Asymptotic,
            Options = options,
        };

    /// <param name="n">The reference's values.</param>
    /// <param name="m">The current values.</param>
    /// <param name="sum">The statistic.</param>
    /// <param name="ties">The groups of equal values, where they are needed.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static CramerVonMisesResult Judge(
        long n,
        long m,
        in CramerVonMisesSum sum,
        TieGroups? ties,
        CramerVonMisesOptions options,
        ComputeContext context
    )
    {
        var paths = ties is { CanBeLabelled: true } && (double)n * m <= LargestWork ? new CramerVonMisesPaths(ties) : null;
        var method = Choose(paths, ties, sum.HasTies, options.Method);
        var permutation =
            method == CramerVonMisesMethod.Permutation
                ? LabelPermutation.Test(ties!.Labels(), new SquaresOfLabels(ties), options.Permutation, context)
                : null;
        var pValue = method switch
        {
            CramerVonMisesMethod.Permutation => permutation!.PValue,
            CramerVonMisesMethod.Exact => paths!.Probability(context.CancellationToken),
            CramerVonMisesMethod.AsymptoticGivenTies => GivenTies(ties!, sum.SquaredDifference),
            _ => Asymptotic(n, m, sum.Statistic),
        };
        return new CramerVonMisesResult
        {
            Status =
                !double.IsNaN(pValue) ? ResultStatus.Ok
                : method == CramerVonMisesMethod.Asymptotic ? ResultStatus.TooFewRows
                : ResultStatus.Constant,
            Statistic = sum.Statistic,
            SquaredDifference = sum.SquaredDifference,
            PValue = pValue,
            ReferenceCount = n,
            CurrentCount = m,
            HasTies = sum.HasTies,
            Permutation = permutation,
            Method = method,
            Options = options,
        };
    }

    /// <summary>The limit of the statistic brought to the limit's mean 1/6 and variance 1/45: Anderson (1962), 10 to 15.</summary>
    internal static double Asymptotic(double n, double m, double statistic)
    {
        if (n < 2 || m < 2)
        {
            return double.NaN;
        }

        var total = n + m;
        var product = n * m;
        var mean = (1 + (1 / total)) / 6;

        // (N + 1) (4 n m N - 3 (n² + m²) - 2 n m) / (4 n m N²), which is 45 times the variance; quotients of n and m, so that nothing overflows.
        var variance = (1 + (1 / total)) * (1 - (((0.75 * ((n / m) + (m / n))) + 0.5) / total));
        var normalized = (1.0 / 6) + ((statistic - mean) / Math.Sqrt(variance));
        return normalized < LeastNormalized ? 1 : QuadraticLimits.CramerVonMises.Survival(normalized, 1);
    }

    private static double GivenTies(TieGroups ties, double squaredDifference)
    {
        // N / (N - 1) is what drawing without replacement adds to the mean.
        var total = (double)ties.Total;
        return TiedLimits.CramerVonMises(ties.Ends)?.Survival(squaredDifference * (total - 1) / total, 1)
            ?? double.NaN;
    }

    private static CramerVonMisesMethod Choose(
        CramerVonMisesPaths? paths,
        TieGroups? ties,
        bool hasTies,
        CramerVonMisesMethod method
    ) =>
        method switch
        {
            CramerVonMisesMethod.Asymptotic or CramerVonMisesMethod.AsymptoticGivenTies => method,
            CramerVonMisesMethod.Auto when paths?.Work <= LargestAutoWork => CramerVonMisesMethod.Exact,
            CramerVonMisesMethod.Exact when paths?.Work <= LargestWork && paths.Width <= LargestWidth => method,
            CramerVonMisesMethod.Auto or CramerVonMisesMethod.Exact when !hasTies => CramerVonMisesMethod.Asymptotic,
            CramerVonMisesMethod.Auto when ties!.Total > LargestAutoPermutation =>
                CramerVonMisesMethod.AsymptoticGivenTies,
            _ => ties!.CanBeLabelled ? CramerVonMisesMethod.Permutation : CramerVonMisesMethod.AsymptoticGivenTies,
        };
}
