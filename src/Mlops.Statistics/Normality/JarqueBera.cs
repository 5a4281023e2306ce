using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Normality;

/// <summary>Jarque and Bera's test of normality by skewness and kurtosis, for many rows.</summary>
/// <remarks>
/// Null: the values are independent and normal. Alternative: skewness or kurtosis is another. JB = n/6 (g₁² + g₂²/4), with the population skewness and excess kurtosis, is
/// chi-square with two degrees of freedom for very many rows; below about 2,000 the test is too cautious, and <see cref="DAgostinoPearson"/> is the better one. At
/// least 2 values. O(n), one pass. Jarque and Bera (1980), "Efficient tests for normality, homoscedasticity and serial independence of regression residuals".
/// </remarks>
public static class JarqueBera
{
    /// <summary>Tests values.</summary>
    /// <param name="values">The values; no NaN.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static NormalityResult Test(ReadOnlySpan<double> values, ComputeContext? context = null) =>
        Test(NormalitySample.Moments(values, nameof(values), context));

    /// <summary>Tests the moments that a profile keeps.</summary>
    /// <param name="moments">The moments; missing values are left out, as they are there.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    public static NormalityResult Test(MomentsResult moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var status = NormalitySample.Status(moments, 2);
        if (status != ResultStatus.Ok)
        {
            return NormalityResult.None(status, moments.Count);
        }

        var statistic =
            moments.Count
            / 6.0
            * ((moments.Skewness * moments.Skewness) + (moments.ExcessKurtosis * moments.ExcessKurtosis / 4));
        return double.IsFinite(statistic)
            ? NormalityResult.Of(statistic, Math.Exp(-statistic / 2), moments.Count)
            : NormalityResult.None(ResultStatus.Undefined, moments.Count);
    }
}
