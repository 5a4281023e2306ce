namespace Mlops.Statistics.Distributions;

/// <summary>The distribution of Kolmogorov's statistic D = sup |F_n - F| of n independent values of a continuous distribution F.</summary>
/// <remarks>
/// <para>The regions are those of Simard and L'Ecuyer (2011), "Computing the two-sided Kolmogorov-Smirnov distribution". Up to n = 140 both
/// tails are exact (Ruben and Gambino's closed form, Marsaglia, Tsang and Wang's matrix, twice the one-sided tail), with relative errors of at most about 1e-11.
/// Above, the upper tail has at least 5 digits: Pelz and Good's expansion, whose error falls with n^-2, and from n d² = 2.2 on twice the
/// one-sided tail, which is too large by a share of e^(-6 n d²).</para>
/// <para>The cost is at most some milliseconds, and mostly microseconds.</para>
/// </remarks>
public static class Kolmogorov
{
    private const long LargestExactSize = 140;

    /// <summary>The probability that D is at most <paramref name="statistic"/>.</summary>
    /// <param name="statistic">The value d; at or below 1 / (2n) gives 0, at or above 1 gives 1.</param>
    /// <param name="sampleSize">n, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statistic"/> is NaN, or <paramref name="sampleSize"/> is less than 1.</exception>
    public static double Cdf(double statistic, long sampleSize) =>
        Tails(Checked(statistic, sampleSize), sampleSize).Lower;

    /// <summary>The probability that D is above <paramref name="statistic"/>.</summary>
    /// <param name="statistic">The value d; at or below 1 / (2n) gives 1, at or above 1 gives 0.</param>
    /// <param name="sampleSize">n, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statistic"/> is NaN, or <paramref name="sampleSize"/> is less than 1.</exception>
    public static double Survival(double statistic, long sampleSize) =>
        Tails(Checked(statistic, sampleSize), sampleSize).Upper;

    private static double Checked(double statistic, long sampleSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleSize, 1);
        return double.IsNaN(statistic)
            ? throw new ArgumentOutOfRangeException(
                nameof(statistic),
                statistic,
                "The value is NaN; it must be a number."
            )
            : statistic;
    }

    private static (double Lower, double Upper) Tails(double d, long n)
    {
        var t = n * d;
        if (t <= 0.5 || d >= 1)
        {
            return d >= 1 ? (1, 0) : (0, 1);
        }

        if (t <= 1)
        {
            // Ruben and Gambino: n!/n^n (2t - 1)^n.
            var logFactor = (0.5 * Math.Log(2 * Math.PI * n)) - n + SpecialFunctions.StirlingError(n);
            return OfLower(Math.Exp(logFactor + (n * Math.Log((2 * t) - 1))));
        }

        var square = t * d;
        if (d >= 0.5 || square >= (n <= LargestExactSize ? 4 : 2.2))
        {
            return OfUpper(2 * SmirnovTail.Probability(n, d));
        }

        return n <= LargestExactSize || (n <= 100_000 && t * Math.Sqrt(d) <= 1.4)
            ? OfLower(DurbinMatrix.Probability((int)n, d))
            : OfLower(PelzGood.Probability(n, d));
    }

    private static (double Lower, double Upper) OfLower(double p)
    {
        p = Math.Clamp(p, 0, 1);
        return (p, 1 - p);
    }

    private static (double Lower, double Upper) OfUpper(double p)
    {
        p = Math.Clamp(p, 0, 1);
        return (1 - p, p);
    }
}
