using Mlops.Statistics.Divergences;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class HellingerTests : DivergenceLaws
{
    /// <summary>The definition, computed with 60 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(new[] { 1L, 2, 3, 4 }, new[] { 4L, 3, 2, 1 }, 0.3318162917087773, 1e-15)]
    [InlineData(new[] { 50L, 30, 20, 0 }, new[] { 45L, 30, 20, 5 }, 0.16018224300696723, 1e-15)]
    [InlineData(new[] { 100000L, 100000 }, new[] { 100001L, 99999 }, 3.5355339059879804e-06, 1e-10)]
    [InlineData(new[] { 1L, 0 }, new[] { 0L, 1 }, 1.0, 0)]
    public void Distance_ReferenceValues_Agree(long[] p, long[] q, double expected, double tolerance) =>
        Relative.Equal(expected, Hellinger.Distance(p, q), tolerance);

    [Fact]
    public void Measure_BothWays_IsTheSame() => HoldsSymmetry();

    [Fact]
    public void Measure_ThreeSamples_ObeyTheTriangleInequality() => HoldsTriangleInequality();

    [Fact]
    public void Measure_MergedBins_IsNoLarger() => HoldsMonotonicityUnderMerging();

    protected override double Measure(double[] p, double[] q) => Hellinger.Distance(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => Hellinger.Distance(p, q);
}
