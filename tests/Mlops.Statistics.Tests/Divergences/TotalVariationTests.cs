using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class TotalVariationTests : DivergenceLaws
{
    [Theory]
    [InlineData(new[] { 1L, 2, 3, 4 }, new[] { 4L, 3, 2, 1 }, 0.4)]
    [InlineData(new[] { 50L, 30, 20, 0 }, new[] { 45L, 30, 20, 5 }, 0.05)]
    [InlineData(new[] { 1L, 0 }, new[] { 0L, 1 }, 1.0)]
    public void Distance_ByHand_Agrees(long[] p, long[] q, double expected) =>
        Assert.Equal(expected, TotalVariation.Distance(p, q), 1e-15);

    [Fact]
    public void Measure_BothWays_IsTheSame() => HoldsSymmetry();

    [Fact]
    public void Measure_ThreeSamples_ObeyTheTriangleInequality() => HoldsTriangleInequality();

    [Fact]
    public void Measure_MergedBins_IsNoLarger() => HoldsMonotonicityUnderMerging();

    protected override double Measure(double[] p, double[] q) => TotalVariation.Distance(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => TotalVariation.Distance(p, q);
}
