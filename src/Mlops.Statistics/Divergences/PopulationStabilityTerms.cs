using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The population stability index with a floor under the shares.</summary>
internal readonly struct PopulationStabilityTerms(double floor) : ISmoothDivergence
{
    public double ChiSquareFactor => 1;

    public double Term(double p, double q)
    {
        double a = Math.Max(p, floor),
            b = Math.Max(q, floor);
        return SpecialFunctions.Deviance(a, b) + SpecialFunctions.Deviance(b, a);
    }

    public (double ByReference, double ByCurrent) Slope(double p, double q)
    {
        double a = Math.Max(p, floor),
            b = Math.Max(q, floor);
        return (p < floor ? 0 : Math.Log(a / b) + 1 - (b / a), q < floor ? 0 : Math.Log(b / a) + 1 - (a / b));
    }

    public (double Reference, double Current) Bias(double p, double q)
    {
        double a = Math.Max(p, floor),
            b = Math.Max(q, floor);
        return (
            p < floor || a == 0 ? 0 : 0.5 * (1 - p) * (1 + (b / a)),
            q < floor || b == 0 ? 0 : 0.5 * (1 - q) * (1 + (a / b))
        );
    }

    public double Report(double sum) => sum;
}
