using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Normality;

/// <summary>D'Agostino and Pearson's K² test of normality: skewness and kurtosis, each made a normal score.</summary>
/// <remarks>
/// Null: the values are independent and normal. Alternative: skewness or kurtosis is another. Scores by D'Agostino (1970) for the skewness and Anscombe and Glynn
/// (1983) for the kurtosis; K² is their sum of squares (D'Agostino and Pearson 1973). It can't see a distribution with a normal's four moments. O(n), one pass.
/// </remarks>
public static class DAgostinoPearson
{
    /// <summary>Tests values.</summary>
    /// <param name="values">The values; no NaN.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static DAgostinoPearsonResult Test(ReadOnlySpan<double> values, ComputeContext? context = null) =>
        Test(NormalitySample.Moments(values, nameof(values), context));

    /// <summary>Tests the moments that a profile keeps.</summary>
    /// <param name="moments">The moments; missing values are left out, as they are there.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    public static DAgostinoPearsonResult Test(MomentsResult moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var status = NormalitySample.Status(moments, 8);
        double skewness = double.NaN,
            kurtosis = double.NaN;
        if (status == ResultStatus.Ok)
        {
            skewness = SkewnessScore(moments.Skewness, moments.Count);
            kurtosis = KurtosisScore(moments.ExcessKurtosis, moments.Count);
            status = double.IsFinite(skewness) && double.IsFinite(kurtosis) ? status : ResultStatus.Undefined;
        }

        var isOk = status == ResultStatus.Ok;
        var statistic = isOk ? (skewness * skewness) + (kurtosis * kurtosis) : double.NaN;
        return new DAgostinoPearsonResult
        {
            Status = status,
            Statistic = statistic,
            PValue = Math.Exp(-statistic / 2),
            SkewnessScore = isOk ? skewness : double.NaN,
            SkewnessPValue = isOk ? 2 * Normal.Cdf(-Math.Abs(skewness)) : double.NaN,
            KurtosisScore = isOk ? kurtosis : double.NaN,
            KurtosisPValue = isOk ? 2 * Normal.Cdf(-Math.Abs(kurtosis)) : double.NaN,
            Count = moments.Count,
        };
    }

    /// <summary>Johnson's unbounded curve through the first four moments of the skewness.</summary>
    private static double SkewnessScore(double skewness, double n)
    {
        double y = skewness * Math.Sqrt((n + 1) * (n + 3) / (6 * (n - 2))),
            beta = 3 * ((n * n) + (27 * n) - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9)),
            square = -1 + Math.Sqrt(2 * (beta - 1)),
            delta = 1 / Math.Sqrt(0.5 * Math.Log(square)),
            alpha = Math.Sqrt(2 / (square - 1));
        return delta * Math.Asinh(y / alpha);
    }

    /// <summary>The cube root of a chi-square with the first three moments of the kurtosis.</summary>
    private static double KurtosisScore(double excess, double n)
    {
        double expected = -6 / (n + 1),
            variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5)),
            x = (excess - expected) / Math.Sqrt(variance),
            rootBeta =
                6
                * ((n * n) - (5 * n) + 2)
                / ((n + 7) * (n + 9))
                * Math.Sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3))),
            a = 6 + (8 / rootBeta * ((2 / rootBeta) + Math.Sqrt(1 + (4 / (rootBeta * rootBeta))))),
            denominator = 1 + (x * Math.Sqrt(2 / (a - 4)));
        return denominator == 0
            ? double.NaN
            : (1 - (2 / (9 * a)) - Math.Cbrt((1 - (2 / a)) / denominator)) / Math.Sqrt(2 / (9 * a));
    }
}
