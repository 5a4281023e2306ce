using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The Kullback-Leibler divergence of the reference relative to the current data, in nats.</summary>
internal readonly struct KullbackLeiblerTerms : ISmoothDivergence
{
    public double ChiSquareFactor => 2;

    public double Term(double p, double q) => SpecialFunctions.Deviance(p, q);

    public (double ByReference, double ByCurrent) Slope(double p, double q) => (Math.Log(p / q), -p / q);

    public (double Reference, double Current) Bias(double p, double q) =>
        (0.5 * (1 - p), q == 0 ? 0 : 0.5 * p / q * (1 - q));

    public double Report(double sum) => sum;
}
