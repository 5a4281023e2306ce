namespace Mlops.Statistics.Distributions;

/// <summary>Fisher's F distribution: of the ratio of two independent mean squares.</summary>
/// <remarks>
/// F(x) = I_u(ν₁/2, ν₂/2) with u = ν₁ x / (ν₁ x + ν₂). Each tail is computed on its own and keeps its relative accuracy (about 1e-13). The cost
/// grows with the square root of the larger degrees of freedom. Abramowitz and Stegun (1964), 26.6.
/// </remarks>
public static class FisherF
{
    /// <summary>The probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="x">The value; 0 or less gives 0, positive infinity gives 1.</param>
    /// <param name="numeratorDegreesOfFreedom">ν₁, positive and finite.</param>
    /// <param name="denominatorDegreesOfFreedom">ν₂, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Cdf(double x, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom) =>
        Tails(x, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom).Lower;

    /// <summary>The probability of a value above <paramref name="x"/>.</summary>
    /// <param name="x">The value; 0 or less gives 1, positive infinity gives 0.</param>
    /// <param name="numeratorDegreesOfFreedom">ν₁, positive and finite.</param>
    /// <param name="denominatorDegreesOfFreedom">ν₂, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Survival(double x, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom) =>
        Tails(x, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom).Upper;

    /// <summary>The value that is not exceeded with probability <paramref name="probability"/>.</summary>
    /// <param name="probability">A probability in [0,1]; 0 gives 0 and 1 gives positive infinity.</param>
    /// <param name="numeratorDegreesOfFreedom">ν₁, positive and finite.</param>
    /// <param name="denominatorDegreesOfFreedom">ν₂, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Quantile(
        double probability,
        double numeratorDegreesOfFreedom,
        double denominatorDegreesOfFreedom
    )
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0,1].");
        }

        Check(numeratorDegreesOfFreedom, nameof(numeratorDegreesOfFreedom));
        Check(denominatorDegreesOfFreedom, nameof(denominatorDegreesOfFreedom));
        if (probability is 0 or 1)
        {
            return probability == 0 ? 0 : double.PositiveInfinity;
        }

        var (a, b) = (numeratorDegreesOfFreedom / 2, denominatorDegreesOfFreedom / 2);
        if (probability <= 0.5)
        {
            var (u, rest) = IncompleteBeta.LowerQuantile(probability, a, b);
            return u / rest * (b / a);
        }

        var (below, above) = IncompleteBeta.LowerQuantile(1 - probability, b, a);
        return above / below * (b / a);
    }

    private static (double Lower, double Upper) Tails(
        double x,
        double numeratorDegreesOfFreedom,
        double denominatorDegreesOfFreedom
    )
    {
        if (double.IsNaN(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The value is NaN; it must be a number.");
        }

        Check(numeratorDegreesOfFreedom, nameof(numeratorDegreesOfFreedom));
        Check(denominatorDegreesOfFreedom, nameof(denominatorDegreesOfFreedom));
        if (x <= 0 || double.IsPositiveInfinity(x))
        {
            return x <= 0 ? (0, 1) : (1, 0);
        }

        var odds = numeratorDegreesOfFreedom / denominatorDegreesOfFreedom * x;
        var (u, rest) = odds > 1 ? (1 / (1 + (1 / odds)), 1 / odds / (1 + (1 / odds))) : (odds / (1 + odds), 1 / (1 + odds));
        return IncompleteBeta.Tails(u, rest, numeratorDegreesOfFreedom / 2, denominatorDegreesOfFreedom / 2);
    }

    private static void Check(double degreesOfFreedom, string name)
    {
        if (!(degreesOfFreedom > 0) || double.IsPositiveInfinity(degreesOfFreedom))
        {
            throw new ArgumentOutOfRangeException(name, degreesOfFreedom, "Degrees of freedom must be positive and finite.");
        }
    }
}
