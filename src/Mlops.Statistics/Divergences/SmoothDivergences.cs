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

/// <summary>The square of the Hellinger distance, reported as the distance.</summary>
internal readonly struct HellingerTerms : ISmoothDivergence
{
    public double ChiSquareFactor => 8;

    public double Term(double p, double q)
    {
        var difference = p == q ? 0 : (p - q) / (Math.Sqrt(p) + Math.Sqrt(q));
        return 0.5 * difference * difference;
    }

    public (double ByReference, double ByCurrent) Slope(double p, double q) =>
        (-0.5 * Math.Sqrt(q / p), -0.5 * Math.Sqrt(p / q));

    public (double Reference, double Current) Bias(double p, double q) =>
        p == 0 || q == 0 ? (0, 0) : (0.125 * Math.Sqrt(q / p) * (1 - p), 0.125 * Math.Sqrt(p / q) * (1 - q));

    public double Report(double sum) => Math.Min(1, Math.Sqrt(sum));
}

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
