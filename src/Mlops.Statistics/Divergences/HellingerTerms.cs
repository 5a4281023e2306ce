namespace Mlops.Statistics.Divergences;

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
