using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The Jensen-Shannon divergence in nats, reported as the distance in base 2.</summary>
internal readonly struct JensenShannonTerms : ISmoothDivergence
{
    public double ChiSquareFactor => 8;

    public double Term(double p, double q)
    {
        var mean = 0.5 * (p + q);
        return p == q ? 0 : 0.5 * (SpecialFunctions.Deviance(p, mean) + SpecialFunctions.Deviance(q, mean));
    }

    public (double ByReference, double ByCurrent) Slope(double p, double q) =>
        (0.5 * Math.Log(2 * p / (p + q)), 0.5 * Math.Log(2 * q / (p + q)));

    public (double Reference, double Current) Bias(double p, double q) =>
        (0.25 * q * (1 - p) / (p + q), 0.25 * p * (1 - q) / (p + q));

    public double Report(double sum) => Math.Min(1, Math.Sqrt(sum / Math.Log(2)));
}
