using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Normality;

/// <summary>Lilliefors' test of normality: Kolmogorov and Smirnov's with mean and variance estimated.</summary>
/// <remarks>
/// Null: the values are independent and normal. Alternative: they are not. D = sup |F_n - F| against the normal distribution of the mean and the sample variance. The
/// p-value is Dallal and Wilkinson's (1986) where it is below 0.1, otherwise Stephens' (1974) modified D, as R's nortest does; the formulas meet within a few thousandths. At
/// least 5 values. O(n) and the sorting. Lilliefors (1967).
/// </remarks>
public static class Lilliefors
{
    /// <summary>Tests values.</summary>
    /// <param name="values">The values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static NormalityResult Test(ReadOnlySpan<double> values, ComputeContext? context = null)
    {
        var moments = NormalitySample.Moments(values, nameof(values), context);
        var status = NormalitySample.Status(moments, 5);
        if (status != ResultStatus.Ok)
        {
            return NormalityResult.None(status, values.Length);
        }

        using var copy = new PooledSortedCopy(values, context);
        var sorted = copy.Values;
        double n = sorted.Length,
            largest = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var share = Normal.Cdf((sorted[i] - moments.Mean) / moments.SampleStandardDeviation);
            largest = Math.Max(largest, Math.Max(((i + 1) / n) - share, share - (i / n)));
        }

        return NormalityResult.Of(largest, PValue(largest, n), sorted.Length);
    }

    private static double PValue(double distance, double n)
    {
        // Dallal and Wilkinson fitted up to 100 values, and scale D for more.
        var (d, m) = n > 100 ? (distance * Math.Pow(n / 100, 0.49), 100) : (distance, n);
        var small = Math.Exp(
            (-7.01256 * d * d * (m + 2.78019))
                + (2.99587 * d * Math.Sqrt(m + 2.78019))
                - 0.122119
                + (0.974598 / Math.Sqrt(m))
                + (1.67997 / m)
        );
        if (small < 0.1)
        {
            return small;
        }

        var x = (Math.Sqrt(n) - 0.01 + (0.85 / Math.Sqrt(n))) * distance;
        return x switch
        {
            <= 0.302 => 1,
            <= 0.5 => 2.76773 + (x * (-19.828315 + (x * (80.709644 + (x * (-138.55152 + (x * 81.218052))))))),
            <= 0.9 => -4.901232 + (x * (40.662806 + (x * (-97.490286 + (x * (94.029866 - (x * 32.355711))))))),
            _ => 6.198765 + (x * (-19.558097 + (x * (23.186922 + (x * (-12.234627 + (x * 2.423045))))))),
        };
    }
}
