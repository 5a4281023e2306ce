using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class ChebyshevTests : DivergenceLaws
{
    [Theory]
    [InlineData(new[] { 1L, 2, 3, 4 }, new[] { 4L, 3, 2, 1 }, 0.3)]
    [InlineData(new[] { 50L, 30, 20, 0 }, new[] { 45L, 30, 20, 5 }, 0.05)]
    public void Distance_ByHand_Agrees(long[] p, long[] q, double expected) =>
        Assert.Equal(expected, Chebyshev.Distance(p, q), 1e-15);

    /// <summary>Two small differences make a large one when merged: it is the one distance here that merging can increase.</summary>
    [Fact]
    public void Distance_MergedBins_CanBeLarger() =>
        Assert.True(Chebyshev.Distance([3L, 3, 2, 2], [2L, 2, 3, 3]) < Chebyshev.Distance([6L, 4], [4L, 6]));

    [Fact]
    public void Measure_BothWays_IsTheSame() => HoldsSymmetry();

    [Fact]
    public void Measure_ThreeSamples_ObeyTheTriangleInequality() => HoldsTriangleInequality();

    protected override double Measure(double[] p, double[] q) => Chebyshev.Distance(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => Chebyshev.Distance(p, q);
}
