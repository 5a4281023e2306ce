namespace Mlops.Statistics.Distributions;

/// <summary>The beta distribution on [0,1].</summary>
/// <remarks>
/// <para>
/// The regularised incomplete beta function is a continued fraction times Loader's (2000) form of the binomial density; the
/// smaller tail keeps its relative accuracy (about 1e-14, down to shapes of 0.1; below that the upper tail is a complement).
/// The quantile is Newton's method on the logarithm of the tail, good to about 1e-14 of x and of 1 - x.
/// </para>
/// <para>The cost grows with the square root of the larger shape.</para>
/// </remarks>
public static class Beta
{
    /// <summary>The probability of a value of at most <paramref name="x"/>: I_x(α, β).</summary>
    /// <param name="x">The value; at or below 0 gives 0, at or above 1 gives 1.</param>
    /// <param name="alpha">The first shape, positive and finite.</param>
    /// <param name="beta">The second shape, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Cdf(double x, double alpha, double beta)
    {
        Check(x, nameof(x));
        CheckShape(alpha, nameof(alpha));
        CheckShape(beta, nameof(beta));
        return IncompleteBeta.Tails(x, 1 - x, alpha, beta).Lower;
    }

    /// <summary>The probability of a value above <paramref name="x"/>: I_(1-x)(β, α).</summary>
    /// <param name="x">The value; at or below 0 gives 1, at or above 1 gives 0.</param>
    /// <param name="alpha">The first shape, positive and finite.</param>
    /// <param name="beta">The second shape, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Survival(double x, double alpha, double beta)
    {
        Check(x, nameof(x));
        CheckShape(alpha, nameof(alpha));
        CheckShape(beta, nameof(beta));
        return IncompleteBeta.Tails(x, 1 - x, alpha, beta).Upper;
    }

    /// <summary>The value that is not exceeded with probability <paramref name="probability"/>.</summary>
    /// <param name="probability">A probability in [0,1]; 0 gives 0 and 1 gives 1.</param>
    /// <param name="alpha">The first shape, positive and finite.</param>
    /// <param name="beta">The second shape, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Quantile(double probability, double alpha, double beta)
    {
        CheckProbability(probability);
        CheckShape(alpha, nameof(alpha));
        CheckShape(beta, nameof(beta));
        return probability switch
        {
            0 => 0,
            1 => 1,
            <= 0.5 => IncompleteBeta.LowerQuantile(probability, alpha, beta).X,
            _ => IncompleteBeta.LowerQuantile(1 - probability, beta, alpha).Y,
        };
    }

    /// <summary>The value that is exceeded with probability <paramref name="probability"/>.</summary>
    /// <param name="probability">A probability in [0,1]; 0 gives 1 and 1 gives 0. A small one keeps its digits.</param>
    /// <param name="alpha">The first shape, positive and finite.</param>
    /// <param name="beta">The second shape, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double SurvivalQuantile(double probability, double alpha, double beta)
    {
        CheckProbability(probability);
        CheckShape(alpha, nameof(alpha));
        CheckShape(beta, nameof(beta));
        return probability switch
        {
            0 => 1,
            1 => 0,
            <= 0.5 => IncompleteBeta.LowerQuantile(probability, beta, alpha).Y,
            _ => IncompleteBeta.LowerQuantile(1 - probability, alpha, beta).X,
        };
    }

    private static void Check(double x, string name)
    {
        if (double.IsNaN(x))
        {
            throw new ArgumentOutOfRangeException(name, x, "The value is NaN; it must be a number.");
        }
    }

    private static void CheckProbability(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0,1].");
        }
    }

    private static void CheckShape(double shape, string name)
    {
        if (!(shape > 0) || double.IsPositiveInfinity(shape))
        {
            throw new ArgumentOutOfRangeException(name, shape, "A shape must be positive and finite.");
        }
    }
}
