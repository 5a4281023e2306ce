namespace Mlops.Statistics.Distributions;

/// <summary>The noncentral chi-square distribution where λ is so large that its series would take too long.</summary>
/// <remarks>
/// X = (Z + √λ)² + χ² with one degree of freedom less, so √X is Z + √λ + (df - 1) / (2 √λ) but for terms of the order of
/// df / λ and, in the variance, df / (2 λ). At λ = 1e10 it was compared with the series: probabilities agree within
/// 1e-10 for one degree of freedom, 1e-8 for 9 and 1e-7 for 300. It is used from λ = 1e12, where the terms left out are
/// smaller still and the series takes too long to measure them.
/// </remarks>
internal static class LargeNoncentrality
{
    private const double Least = 1e12;

    /// <summary>Whether the distribution is taken here.</summary>
    public static bool Holds(double degreesOfFreedom, double noncentrality) =>
        noncentrality >= Least && degreesOfFreedom * degreesOfFreedom <= noncentrality;

    /// <summary>Both tails at x.</summary>
    public static (double Lower, double Upper) Tails(double x, double degreesOfFreedom, double noncentrality)
    {
        var z = Score(x, degreesOfFreedom, noncentrality);
        return (Normal.Cdf(z), Normal.Survival(z));
    }

    /// <summary>The density at x.</summary>
    public static double Density(double x, double degreesOfFreedom, double noncentrality)
    {
        var z = Score(x, degreesOfFreedom, noncentrality);
        return Math.Exp(-0.5 * z * z) / (2 * Math.Sqrt(2 * Math.PI * x));
    }

    private static double Score(double x, double degreesOfFreedom, double noncentrality)
    {
        // √x - √λ, written so that it does not cancel.
        var root = Math.Sqrt(noncentrality);
        return ((x - noncentrality) / (Math.Sqrt(x) + root)) - ((degreesOfFreedom - 1) / (2 * root));
    }
}
