using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Normality;

/// <summary>Anderson and Darling's test of normality with mean and variance estimated: looks at the tails.</summary>
/// <remarks>
/// Null: the values are independent and normal. Alternative: they are not. A² = -n - Σ (2i - 1)/n (ln F(x_i) + ln(1 - F(x_(n+1-i)))) for the ordered values and the normal
/// distribution of their mean and sample variance. The p-value is D'Agostino and Stephens' (1986, table 4.9) of A² (1 + 0.75/n + 2.25/n²), as in statsmodels; beyond
/// A² = 13, where it is below 1e-30, it stays at its value there. At least 8 values. O(n) and the sorting.
/// </remarks>
public static class AndersonDarlingNormality
{
    private const double Largest = 13;

    /// <summary>Tests values.</summary>
    /// <param name="values">The values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static NormalityResult Test(ReadOnlySpan<double> values, ComputeContext? context = null)
    {
        var moments = NormalitySample.Moments(values, nameof(values), context);
        var status = NormalitySample.Status(moments, 8);
        if (status != ResultStatus.Ok)
        {
            return NormalityResult.None(status, values.Length);
        }

        using var copy = new PooledSortedCopy(values, context);
        var sorted = copy.Values;
        double n = sorted.Length,
            mean = moments.Mean,
            deviation = moments.SampleStandardDeviation;
        CompensatedSum sum = default;
        for (var i = 0; i < sorted.Length; i++)
        {
            // A value's logarithms stand at its own rank and at the mirrored one.
            var z = (sorted[i] - mean) / deviation;
            sum.Add(((2 * i) + 1) * LogCdf(z));
            sum.Add(((2 * (n - i)) - 1) * LogCdf(-z));
        }

        var statistic = Math.Max(0, -n - (sum.Value / n));
        return NormalityResult.Of(statistic, PValue(statistic * (1 + (0.75 / n) + (2.25 / (n * n)))), sorted.Length);
    }

    private static double LogCdf(double z)
    {
        if (z > -5)
        {
            return z > 0 ? SpecialFunctions.LogOnePlus(-Normal.Cdf(-z)) : Math.Log(Normal.Cdf(z));
        }

        var square = 0.5 * z * z;
        return Math.Log(0.5)
            + SpecialFunctions.LogPoissonDensity(0.5, square)
            + Math.Log(IncompleteGamma.UpperOverDensity(0.5, square));
    }

    private static double PValue(double a) =>
        a switch
        {
            < 0.2 => 1 - Math.Exp(-13.436 + (101.14 * a) - (223.73 * a * a)),
            < 0.34 => 1 - Math.Exp(-8.318 + (42.796 * a) - (59.938 * a * a)),
            < 0.6 => Math.Exp(0.9177 - (4.279 * a) - (1.38 * a * a)),
            _ => Math.Exp(
                1.2937 - (5.709 * Math.Min(a, Largest)) + (0.0186 * Math.Min(a, Largest) * Math.Min(a, Largest))
            ),
        };
}
