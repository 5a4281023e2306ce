using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Trend;

/// <summary>The test of Mann and Kendall: do values that follow each other in time tend to rise or to fall?</summary>
/// <remarks>
/// <para>Null: the values are exchangeable, so that every order of them is as likely; values that depend on their neighbours, as
/// those of windows that overlap, are not, and the p-value is then too small. Alternative: a monotone trend, of any shape.
/// S = Σ sign(x_j - x_i) over i &lt; j.</para>
/// <para>Exact: the number of falling pairs over all orders of values with ties of sizes t is distributed as the coefficients of the
/// Gaussian multinomial [n]! / Π [t]!; they are counted in whole numbers. Two-sided p-values are twice the smaller tail. Asymptotic:
/// Var S = (n (n-1) (2n+5) - Σ t (t-1) (2t+5)) / 18, and |S| is lessened by 1.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused: leave moments without a value out. O(n log n).
/// Mann (1945); Kendall (1970), "Rank correlation methods".</para>
/// </remarks>
public static class MannKendall
{
    /// <summary>The most values for which the exact p-value is found by itself, as in <c>scipy.stats.kendalltau</c>.</summary>
    public const int AutoExactCount = 33;

    /// <summary>Tests values in the order of time.</summary>
    /// <param name="series">The values, the earliest first; no NaN.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <returns>The test; no values, a single one and equal ones have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MannKendallResult Test(ReadOnlySpan<double> series, MannKendallOptions? options = null)
    {
        SampleChecks.ThrowIfNaN(series, nameof(series));
        options ??= MannKendallOptions.Default;
        var n = series.Length;
        var (falling, ties) = RisesAndFalls.Count(series);
        var tiedPairs = ties.Sum(t => (long)t * (t - 1) / 2);
        var pairs = ((long)n * (n - 1) / 2) - tiedPairs;
        var statistic = pairs - (2 * falling);
        var result = new MannKendallResult
        {
            Status =
                n == 0 ? ResultStatus.Empty
                : n == 1 ? ResultStatus.TooFewRows
                : pairs == 0 ? ResultStatus.Constant
                : ResultStatus.Ok,
            Statistic = statistic,
            Tau = double.NaN,
            Variance = Variance(n, ties),
            PValue = double.NaN,
            Count = n,
            Method = Method(options.Method, n),
            Options = options,
        };
        return result.Status != ResultStatus.Ok
            ? result
            : result with
            {
                Tau = statistic / Math.Sqrt((double)pairs * (pairs + tiedPairs)),
                PValue =
                    result.Method == MannKendallMethod.Exact
                        ? MannKendallExact.PValue(n, ties, falling, pairs, options.Alternative)
                        : Asymptotic(result),
            };
    }

    private static MannKendallMethod Method(MannKendallMethod asked, int n) =>
        asked switch
        {
            MannKendallMethod.Auto => n <= AutoExactCount ? MannKendallMethod.Exact : MannKendallMethod.Asymptotic,
            MannKendallMethod.Exact when n > MannKendallExact.LargestCount => MannKendallMethod.Asymptotic,
            _ => asked,
        };

    private static double Variance(double n, IReadOnlyList<int> ties) =>
        ((n * (n - 1) * ((2 * n) + 5)) - ties.Sum(t => (double)t * (t - 1) * ((2.0 * t) + 5))) / 18;

    private static double Asymptotic(MannKendallResult result)
    {
        var correction = result.Method == MannKendallMethod.Asymptotic ? 1 : 0;
        double s = result.Statistic,
            deviation = Math.Sqrt(result.Variance);
        return result.Options.Alternative switch
        {
            TrendAlternative.Increasing => Normal.Survival((s - correction) / deviation),
            TrendAlternative.Decreasing => Normal.Cdf((s + correction) / deviation),
            _ => Math.Min(1, 2 * Normal.Survival(Math.Max(0, Math.Abs(s) - correction) / deviation)),
        };
    }
}
