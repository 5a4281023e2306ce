namespace Mlops.Statistics.Distributions;

/// <summary>Solves F(x; df, λ) = p for λ or for x by Newton's method on the log-odds of F, within a bracket.</summary>
internal static class NoncentralInversion
{
    public static double Noncentrality(double x, double degreesOfFreedom, double probability)
    {
        if (x <= 0 || NoncentralChiSquare.Tails(x, degreesOfFreedom, 0).Lower <= probability)
        {
            return 0;
        }

        // √X is nearly normal with mean √(λ + df - 1/2) and deviation 1.
        var root = Math.Sqrt(x) - Normal.Quantile(probability);
        var guess = Math.Max((root * Math.Max(root, 0)) - degreesOfFreedom + 0.5, 0.1);
        return Solve(
            guess,
            probability,
            lambda =>
            {
                var (lower, upper) = NoncentralChiSquare.Tails(x, degreesOfFreedom, lambda);

                // F falls in λ, with minus the density at two more degrees of freedom for its slope: the upper tail rises.
                return (upper, lower, Density(x, degreesOfFreedom + 2, lambda));
            },
            rising: false
        );
    }

    public static double Quantile(double probability, double degreesOfFreedom, double noncentrality)
    {
        var root = Math.Sqrt(noncentrality + Math.Max(degreesOfFreedom - 0.5, 0.1)) + Normal.Quantile(probability);
        var guess = Math.Max(root * Math.Max(root, 0), 0.1);
        return Solve(
            guess,
            probability,
            x =>
            {
                var (lower, upper) = NoncentralChiSquare.Tails(x, degreesOfFreedom, noncentrality);
                return (lower, upper, Density(x, degreesOfFreedom, noncentrality));
            },
            rising: true
        );
    }

    private static double Density(double x, double degreesOfFreedom, double noncentrality)
    {
        if (LargeNoncentrality.Holds(degreesOfFreedom, noncentrality))
        {
            return LargeNoncentrality.Density(x, degreesOfFreedom, noncentrality);
        }

        // f = ½ Σ w_j D_(j-1). With D_(j-1) = (a + j) / y · D_j and j w_j = μ w_(j-1) it needs no shape below 0.
        var shape = degreesOfFreedom / 2;
        return shape > 1
            ? 0.5 * NoncentralSeries.Density(shape - 1, x / 2, noncentrality / 2)
            : (
                (shape * NoncentralSeries.Density(shape, x / 2, noncentrality / 2))
                + (0.5 * noncentrality * NoncentralSeries.Density(shape + 1, x / 2, noncentrality / 2))
            ) / x;
    }

    /// <summary>The positive root of rise(v) = p (or fall(v) = p), from a positive guess.</summary>
    private static double Solve(
        double guess,
        double probability,
        Func<double, (double Rise, double Fall, double Slope)> evaluate,
        bool rising
    )
    {
        var odds = Math.Log(probability) - SpecialFunctions.LogOnePlus(-probability);
        var target = rising ? odds : -odds;
        double low = 0,
            high = double.PositiveInfinity,
            value = guess;
        for (var i = 0; i < 400; i++)
        {
            var (rise, fall, slope) = evaluate(value);
            var error = Math.Log(rise) - Math.Log(fall) - target;
            if (error > 0)
            {
                high = value;
            }
            else
            {
                low = value;
            }

            // d/dv ln(rise / fall) = slope / (rise · fall), as rise + fall = 1.
            var step = -error * rise * fall / slope;
            var next = value + step;
            if (!(next > low && next < high))
            {
                next = double.IsPositiveInfinity(high) ? value * 4 : Middle(low, high);
                if (next <= low || next >= high)
                {
                    return next;
                }
            }
            else if (Math.Abs(step) <= 1e-8 * Math.Min(value, Math.Sqrt(value)))
            {
                // Small beside the value and beside the distribution's width. Convergence is quadratic: the next step would
                // be rounding.
                return next;
            }

            value = next;
        }

        return value;
    }

    private static double Middle(double low, double high) =>
        low > 0 && high > 4 * low ? Math.Sqrt(low) * Math.Sqrt(high)
        : low == 0 ? high / 16
        : low + ((high - low) / 2);
}
