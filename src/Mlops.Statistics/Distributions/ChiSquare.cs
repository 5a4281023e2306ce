namespace Mlops.Statistics.Distributions;

/// <summary>The central chi-square distribution.</summary>
/// <remarks>
/// Both tails are computed on their own, so that a small one keeps its relative accuracy (about 1e-13). Near the mean the
/// cost grows with the square root of the degrees of freedom. Formulas: Abramowitz and Stegun (1964), 26.4.
/// </remarks>
public static class ChiSquare
{
    /// <summary>The probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="x">The value; 0 or less gives 0, positive infinity gives 1.</param>
    /// <param name="degreesOfFreedom">A positive, finite real number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is NaN, or the degrees of freedom are not positive and finite.</exception>
    public static double Cdf(double x, double degreesOfFreedom)
    {
        Check(x, degreesOfFreedom);
        return IncompleteGamma.Lower(degreesOfFreedom / 2, x / 2);
    }

    /// <summary>The probability of a value above <paramref name="x"/>.</summary>
    /// <param name="x">The value; 0 or less gives 1, positive infinity gives 0.</param>
    /// <param name="degreesOfFreedom">A positive, finite real number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is NaN, or the degrees of freedom are not positive and finite.</exception>
    public static double Survival(double x, double degreesOfFreedom)
    {
        Check(x, degreesOfFreedom);
        return IncompleteGamma.Upper(degreesOfFreedom / 2, x / 2);
    }

    internal static void Check(double x, double degreesOfFreedom)
    {
        if (double.IsNaN(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The value is NaN; it must be a number.");
        }

        if (!(degreesOfFreedom > 0) || double.IsPositiveInfinity(degreesOfFreedom))
        {
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom),
                degreesOfFreedom,
                "Degrees of freedom must be positive and finite."
            );
        }
    }
}
