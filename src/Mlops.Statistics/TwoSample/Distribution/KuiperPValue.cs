using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns the largest differences in both directions into a test.</summary>
internal static class KuiperPValue
{
    /// <summary>Up to so many values of both samples together, labels are permuted without being asked: milliseconds.</summary>
    private const long LargestAutoPermutation = 1_000;

    /// <summary>n m above which the limit holds its level without ties.</summary>
    private const long LargestAutoProduct = 10_000;

    /// <summary>Below this, the limit's upper tail is 1 to ten digits.</summary>
    private const double LeastArgument = 0.4;

    internal static bool NeedsTies(Int128 total, KuiperMethod method) =>
        method == KuiperMethod.Permutation || (method == KuiperMethod.Auto && total <= LargestAutoPermutation);

    /// <param name="above">D⁺.</param>
    /// <param name="below">D⁻.</param>
    /// <param name="ties">The groups of equal values, where they are needed.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static KuiperResult Judge(
        in Supremum above,
        in Supremum below,
        TieGroups? ties,
        KuiperOptions options,
        ComputeContext context
    )
    {
        long n = above.ReferenceCount,
            m = above.CurrentCount;
        var product = (double)n * m;
        var isEmpty = n == 0 || m == 0;
        var isPermuted =
            ties is { CanBeLabelled: true }
            && (options.Method == KuiperMethod.Permutation || ties.HasTies || product <= LargestAutoProduct);
        var permutation =
            isPermuted && !isEmpty
                ? LabelPermutation.Test(ties!.Labels(), new RangeOfLabels(ties), options.Permutation, context)
                : null;
        var statistic = isEmpty ? double.NaN : (double)(above.Height + below.Height) / product;
        return new KuiperResult
        {
            Status = isEmpty ? ResultStatus.Empty : ResultStatus.Ok,
            Statistic = statistic,
            CurrentGreaterDifference = isEmpty ? double.NaN : (double)above.Height / product,
            CurrentLessDifference = isEmpty ? double.NaN : (double)below.Height / product,
            CurrentGreaterLocation = above.Location,
            CurrentLessLocation = below.Location,
            PValue =
                isEmpty ? double.NaN
                : permutation is not null ? permutation.PValue
                : Asymptotic(product / ((double)n + m), statistic),
            ReferenceCount = n,
            CurrentCount = m,
            Permutation = permutation,
            Method = isPermuted ? KuiperMethod.Permutation : KuiperMethod.Asymptotic,
            Options = options,
        };
    }

    /// <summary>2 Σ (4 j² λ² - 1) e^(-2 j² λ²) with λ = (√N + 0.155 + 0.24 / √N) V.</summary>
    internal static double Asymptotic(double size, double statistic)
    {
        var root = Math.Sqrt(size);
        var lambda = (root + 0.155 + (0.24 / root)) * statistic;
        if (lambda < LeastArgument)
        {
            return 1;
        }

        var square = lambda * lambda;
        double sum = 0;
        for (var j = 1; ; j++)
        {
            var exponent = 2 * j * j * square;
            var term = ((2 * exponent) - 1) * Math.Exp(-exponent);
            sum += term;

            // The first terms rise where lambda is small.
            if (exponent > 2 && term <= 1e-17 * sum)
            {
                return Math.Clamp(2 * sum, 0, 1);
            }
        }
    }
}
