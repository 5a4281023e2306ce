namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>The probability that a current value is the larger one, with its variance from the placements.</summary>
/// <param name="Value">P(reference &lt; current) + ½ P(reference = current).</param>
/// <param name="Excess">The same less ½, which keeps its digits.</param>
/// <param name="Variance">DeLong, DeLong and Clarke-Pearson (1988), which is Brunner and Munzel's (2000).</param>
/// <param name="DegreesOfFreedom">Satterthwaite's; NaN where the variance is 0.</param>
internal readonly record struct SuperiorityEstimate(
    double Value,
    double Excess,
    double Variance,
    double DegreesOfFreedom
)
{
    /// <summary>The estimate from at least two values a side.</summary>
    internal static SuperiorityEstimate Of(in PlacementSums sums)
    {
        double n = sums.ReferenceCount,
            m = sums.CurrentCount,
            ofReference = sums.ReferenceDeviation / (n - 1) / (m * m) / n,
            ofCurrent = sums.CurrentDeviation / (m - 1) / (n * n) / m,
            variance = ofReference + ofCurrent;
        var degrees = variance * variance / ((ofReference * ofReference / (n - 1)) + (ofCurrent * ofCurrent / (m - 1)));
        return new SuperiorityEstimate(sums.Superiority, sums.Delta / 2, variance, degrees);
    }
}
