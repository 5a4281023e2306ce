namespace Mlops.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Each tail is computed on its own and keeps its relative accuracy (about 1e-14).</remarks>
public static class Normal
{
    /// <summary>The probability of a value of at most <paramref name="z"/>.</summary>
    /// <param name="z">The value, in standard deviations from the mean; infinities are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is NaN.</exception>
    public static double Cdf(double z)
    {
        if (double.IsNaN(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The value is NaN; it must be a number.");
        }

        // P(Z > |z|) is half the probability that a chi-square of one degree of freedom exceeds z².
        var tail = 0.5 * IncompleteGamma.Upper(0.5, 0.5 * z * z);
        return z <= 0 ? tail : 1 - tail;
    }

    /// <summary>The probability of a value above <paramref name="z"/>.</summary>
    /// <inheritdoc cref="Cdf"/>
    public static double Survival(double z) => Cdf(-z);

    /// <summary>The value that is not exceeded with probability <paramref name="probability"/>.</summary>
    /// <param name="probability">A probability in [0,1]; 0 and 1 give the infinities.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0,1].</exception>
    public static double Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0,1].");
        }

        if (probability > 0.5)
        {
            return -Quantile(1 - probability);
        }

        if (probability is 0 or 0.5)
        {
            return probability == 0 ? double.NegativeInfinity : 0;
        }

        // Hastings' approximation (Abramowitz and Stegun 26.2.23), then Newton's method on the logarithm of the tail,
        // which is concave: from the left of the root it converges without overshooting.
        var t = Math.Sqrt(-2 * Math.Log(probability));
        var z =
            (
                (2.515517 + (t * (0.802853 + (t * 0.010328))))
                / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))
            ) - t;
        for (var i = 0; i < 6; i++)
        {
            var tail = Cdf(z);
            var hazard = Math.Exp(-0.5 * z * z) / (Math.Sqrt(2 * Math.PI) * tail);
            var step = Math.Log(probability / tail) / hazard;
            z += step;
            if (Math.Abs(step) < 1e-9 * Math.Max(1, -z))
            {
                break;
            }
        }

        return z;
    }
}
