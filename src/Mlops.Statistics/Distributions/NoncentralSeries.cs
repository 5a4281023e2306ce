namespace Mlops.Statistics.Distributions;

/// <summary>The double series of the noncentral chi-square distribution, summed outwards from its largest term.</summary>
/// <remarks>
/// With w_j the Poisson(μ) probability of j and D_j = y^(a+j) e^-y / Γ(a+j+1), P(a+j, y) is the sum of D_i over i ≥ j, and
/// Q(a+j, y) is Q(a, y) plus the sum of D_i over i &lt; j. Both tails are thus sums of products w_j D_i, largest near the j
/// with j (a + j) = μ y. Everything is kept relative to w_J D_J there, so that nothing under- or overflows on the way.
/// Products of log-concave sequences and their partial sums are log-concave: once terms fall by a ratio ρ, what remains is
/// at most the last term times ρ / (1 - ρ).
/// </remarks>
internal static class NoncentralSeries
{
    private const double Epsilon = 1e-17;

    /// <summary>e^-700 is 1e-304: less is 0.</summary>
    private const double Underflow = -700;

    /// <summary>Σ w_j P(a + j, y).</summary>
    public static double Lower(double a, double y, double mu)
    {
        var mode = Mode(a, y, mu);
        var scale = LogScale(a, y, mu, mode);
        if (scale < Underflow)
        {
            return 0;
        }

        // Upwards: Σ_{j ≥ J} w_j P_j = Σ_{i ≥ J} D_i (w_J + … + w_i), and with it P_J.
        double w = 1,
            density = 1,
            weights = 1,
            probability = 1,
            total = 1,
            previous = 1;
        for (var i = mode + 1; ; i++)
        {
            w *= mu / i;
            density *= y / (a + i);
            weights += w;
            probability += density;
            var term = density * weights;
            total += term;
            if (IsLast(term, previous, total))
            {
                break;
            }

            previous = term;
        }

        // Downwards: P_(j-1) = P_j + D_(j-1).
        w = 1;
        density = 1;
        previous = probability;
        for (var j = mode; j > 0; j--)
        {
            w *= j / mu;
            density *= (a + j) / y;
            probability += density;
            var term = w * probability;
            total += term;
            if (IsLast(term, previous, total))
            {
                break;
            }

            previous = term;
        }

        return Math.Exp(scale) * total;
    }

    /// <summary>Σ w_j Q(a + j, y).</summary>
    public static double Upper(double a, double y, double mu)
    {
        var mode = Mode(a, y, mu);
        var scale = LogScale(a, y, mu, mode);
        if (scale < Underflow)
        {
            return 0;
        }

        // Upwards: Q_(j+1) = Q_j + D_j.
        double w = 1,
            density = 1,
            probability = IncompleteGamma.UpperOverDensity(a + mode, y),
            total = probability,
            previous = probability;
        for (var j = mode + 1; ; j++)
        {
            probability += density;
            w *= mu / j;
            density *= y / (a + j);
            var term = w * probability;
            total += term;
            if (IsLast(term, previous, total))
            {
                break;
            }

            previous = term;
        }

        // Downwards: Σ_{j < J} w_j Q_j = Σ_{i < J} D_i (w_(i+1) + … + w_(J-1)) + Q(a, y) (w_0 + … + w_(J-1)).
        w = 1;
        density = 1;
        previous = double.NaN;
        double weights = 0;
        for (var i = mode - 1; i >= 0; i--)
        {
            density *= (a + i + 1) / y;
            var term = density * weights;
            total += term;
            if (IsLast(term, previous, total))
            {
                return Math.Exp(scale) * total;
            }

            previous = term > 0 ? term : double.NaN;
            w *= (i + 1) / mu;
            weights += w;
        }

        if (weights > 0)
        {
            // Q(a, y) / D_J = Q(a, y) / D_0 · D_0 / D_J, and D_0 / D_J is where 'density' has arrived.
            total += IncompleteGamma.UpperOverDensity(a, y) * density * weights;
        }

        return Math.Exp(scale) * total;
    }

    /// <summary>Σ w_j D_j: twice the density at two more degrees of freedom, and minus twice the slope of F in λ.</summary>
    public static double Density(double a, double y, double mu)
    {
        var mode = Mode(a, y, mu);
        var scale = LogScale(a, y, mu, mode);
        if (scale < Underflow)
        {
            return 0;
        }

        double term = 1,
            total = 1;
        for (var j = mode + 1; term > Epsilon * total; j++)
        {
            term *= mu / j * (y / (a + j));
            total += term;
        }

        term = 1;
        for (var j = mode; j > 0 && term > Epsilon * total; j--)
        {
            term *= j / mu * ((a + j) / y);
            total += term;
        }

        return Math.Exp(scale) * total;
    }

    private static bool IsLast(double term, double previous, double total) =>
        term < previous && term * term <= Epsilon * total * (previous - term);

    private static double Mode(double a, double y, double mu)
    {
        // The positive root of j² + a j - μ y, written so that it does not cancel.
        var product = mu * y;
        return Math.Floor(2 * product / (a + Math.Sqrt((a * a) + (4 * product))));
    }

    private static double LogScale(double a, double y, double mu, double mode) =>
        SpecialFunctions.LogPoissonDensity(mode, mu) + SpecialFunctions.LogPoissonDensity(a + mode, y);
}
