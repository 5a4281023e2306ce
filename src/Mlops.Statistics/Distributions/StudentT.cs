namespace Mlops.Statistics.Distributions;

/// <summary>Student's t distribution.</summary>
/// <remarks>
/// Each tail is computed on its own and keeps its relative accuracy (about 1e-13). P(|T| &gt; t) = I_x(ν/2, 1/2) with x = ν / (ν + t²); above
/// 100,000 degrees of freedom by the normal distribution at Hill's (1970) transformed t, which is as accurate there. Hill (1970), "Algorithm 395".
/// </remarks>
public static class StudentT
{
    private const double ManyDegreesOfFreedom = 1e5;

    /// <summary>The probability of a value of at most <paramref name="t"/>.</summary>
    /// <param name="t">The value; infinities are allowed.</param>
    /// <param name="degreesOfFreedom">A positive, finite real number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is NaN, or the degrees of freedom are not positive and finite.</exception>
    public static double Cdf(double t, double degreesOfFreedom)
    {
        Check(t, degreesOfFreedom);
        var tail = Tail(Math.Abs(t), degreesOfFreedom);
        return t <= 0 ? tail : 1 - tail;
    }

    /// <summary>The probability of a value above <paramref name="t"/>.</summary>
    /// <inheritdoc cref="Cdf"/>
    public static double Survival(double t, double degreesOfFreedom) => Cdf(-t, degreesOfFreedom);

    /// <summary>The value that is not exceeded with probability <paramref name="probability"/>.</summary>
    /// <param name="probability">A probability in [0,1]; 0 and 1 give the infinities. A small one keeps its digits.</param>
    /// <param name="degreesOfFreedom">A positive, finite real number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in [0,1], or the degrees of freedom are not positive and finite.</exception>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0,1].");
        }

        Check(0, degreesOfFreedom);
        return probability switch
        {
            0 => double.NegativeInfinity,
            0.5 => 0,
            1 => double.PositiveInfinity,
            > 0.5 => -LowerQuantile(1 - probability, degreesOfFreedom),
            _ => LowerQuantile(probability, degreesOfFreedom),
        };
    }

    /// <summary>P(T &gt; t) for t ≥ 0.</summary>
    private static double Tail(double t, double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(t))
        {
            return 0;
        }

        if (degreesOfFreedom > ManyDegreesOfFreedom)
        {
            return Normal.Cdf(-HillScore(t, degreesOfFreedom));
        }

        // With r = t / √ν neither share overflows: x = 1 / (1 + r²), y = r² / (1 + r²).
        var root = t / Math.Sqrt(degreesOfFreedom);
        var (x, y) = root > 1 ? Shares(1 / root) : Swap(Shares(root));
        return 0.5 * IncompleteBeta.Tails(x, y, degreesOfFreedom / 2, 0.5).Lower;
    }

    /// <summary>r² / (1 + r²) and 1 / (1 + r²).</summary>
    private static (double Small, double Large) Shares(double root)
    {
        var square = root * root;
        return (square / (1 + square), 1 / (1 + square));
    }

    private static (double Large, double Small) Swap((double Small, double Large) shares) =>
        (shares.Large, shares.Small);

    private static double HillScore(double t, double degreesOfFreedom)
    {
        var a = degreesOfFreedom - 0.5;
        var b = 48 * a * a;
        var w = Math.Sqrt(a * SpecialFunctions.LogOnePlus(t * (t / degreesOfFreedom)));
        var square = w * w;
        return w
            + (w * (square + 3) / b)
            - (
                w
                * ((((((4 * square) + 33) * square) + 240) * square) + 855)
                / (10 * b * (b + (0.8 * square * square) + 100))
            );
    }

    private static double LowerQuantile(double probability, double degreesOfFreedom)
    {
        if (degreesOfFreedom > ManyDegreesOfFreedom)
        {
            return LowerQuantileOfMany(probability, degreesOfFreedom);
        }

        if (probability <= 0.25)
        {
            var (x, y) = IncompleteBeta.LowerQuantile(2 * probability, degreesOfFreedom / 2, 0.5);
            return -Math.Sqrt(degreesOfFreedom) * Math.Sqrt(y / x);
        }

        var (square, rest) = IncompleteBeta.LowerQuantile(1 - (2 * probability), 0.5, degreesOfFreedom / 2);
        return -Math.Sqrt(degreesOfFreedom) * Math.Sqrt(square / rest);
    }

    private static double LowerQuantileOfMany(double probability, double degreesOfFreedom)
    {
        // The score is nearly t itself: t = z + (z - score(t)) converges by a factor of about t² / ν a step.
        var z = -Normal.Quantile(probability);
        var t = z;
        for (var i = 0; i < 40; i++)
        {
            var step = z - HillScore(t, degreesOfFreedom);
            t += step;
            if (Math.Abs(step) <= 1e-15 * z)
            {
                break;
            }
        }

        return -t;
    }

    private static void Check(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t))
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, "The value is NaN; it must be a number.");
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
