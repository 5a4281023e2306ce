using Mlops.Statistics.Divergences;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class BhattacharyyaTests : DivergenceLaws
{
    protected override double LargestValue => double.PositiveInfinity;

    [Fact]
    public void Distance_ReferenceValue_Agrees()
    {
        // -ln Σ √(p q) by NumPy.
        Relative.Equal(
            0.007896165489204037,
            Bhattacharyya.Distance([120L, 80, 50, 30, 20], [100L, 90, 70, 25, 35]),
            1e-13
        );
        Relative.Equal(
            Math.Exp(-0.007896165489204037),
            Bhattacharyya.Coefficient([120L, 80, 50, 30, 20], [100L, 90, 70, 25, 35]),
            1e-14
        );
    }

    [Fact]
    public void Distance_DisjointShares_IsInfinite()
    {
        Assert.Equal(double.PositiveInfinity, Bhattacharyya.Distance([1L, 0, 0], [0L, 0, 1]));
        Assert.Equal(0, Bhattacharyya.Coefficient([1.0, 0, 0], [0.0, 0, 1]));
    }

    [Fact]
    public void Measure_BothWays_IsTheSame() => HoldsSymmetry();

    [Fact]
    public void Measure_MergedBins_IsNoLarger() => HoldsMonotonicityUnderMerging();

    protected override double Measure(double[] p, double[] q) => Bhattacharyya.Distance(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => Bhattacharyya.Distance(p, q);
}
