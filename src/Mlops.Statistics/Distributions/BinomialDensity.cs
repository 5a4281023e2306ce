namespace Mlops.Statistics.Distributions;

/// <summary>The binomial density in Loader's (2000) form, whose error does not grow with the number of trials.</summary>
internal static class BinomialDensity
{
    /// <summary>ln P(x) of n trials with probability p = 1 - q; p and q are both given, so that neither has lost its digits.</summary>
    public static double Log(double x, double n, double p, double q)
    {
        if (n == 0 || (x == 0 && p == 0) || (x == n && q == 0))
        {
            return 0;
        }

        if (x == 0)
        {
            return p < 0.1 ? -SpecialFunctions.Deviance(n, n * q) - (n * p) : n * Math.Log(q);
        }

        if (x == n)
        {
            return q < 0.1 ? -SpecialFunctions.Deviance(n, n * p) - (n * q) : n * Math.Log(p);
        }

        return SpecialFunctions.StirlingError(n)
            - SpecialFunctions.StirlingError(x)
            - SpecialFunctions.StirlingError(n - x)
            - SpecialFunctions.Deviance(x, n * p)
            - SpecialFunctions.Deviance(n - x, n * q)
            - (0.5 * Math.Log(2 * Math.PI * x * ((n - x) / n)));
    }
}
