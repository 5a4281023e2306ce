using Mlops.Statistics.Divergences;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class JensenShannonTests : DivergenceLaws
{
    /// <summary>The definition, computed with 60 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(new[] { 1L, 2, 3, 4 }, new[] { 4L, 3, 2, 1 }, 0.391868160647155)]
    [InlineData(new[] { 50L, 30, 20, 0 }, new[] { 45L, 30, 20, 5 }, 0.16108873381046163)]
    [InlineData(new[] { 1L, 0 }, new[] { 0L, 1 }, 1.0)]
    public void Distance_ReferenceValues_Agree(long[] p, long[] q, double expected) =>
        Relative.Equal(expected, JensenShannon.Distance(p, q), 4e-16);

    /// <summary>Nearly equal shares, by the same definition: the plain formula has no digits left at 1e-9.</summary>
    [Theory]
    [InlineData(new[] { 100000L, 100000 }, new[] { 100001L, 99999 }, 4.246609001502025e-06, 1e-10)]
    [InlineData(
        new[] { 1000000000L, 3000000000, 1000000000 },
        new[] { 1000000007L, 2999999995, 999999998 },
        1.487323902261685e-09,
        1e-7
    )]
    public void Distance_NearlyEqualShares_KeepTheirDigits(long[] p, long[] q, double expected, double tolerance) =>
        Relative.Equal(expected, JensenShannon.Distance(p, q), tolerance);

    /// <summary>SciPy 1.10.1, spatial.distance.jensenshannon(p, q, base).</summary>
    [Fact]
    public void Distance_OtherBases_Scale()
    {
        double[] p = [0.5217391304347826, 0.4782608695652174],
            q = [0.2727272727272727, 0.7272727272727273];

        Relative.Equal(0.21752159528171852, JensenShannon.Distance(p, q), 1e-14);
        Relative.Equal(0.21752159528171852 * Math.Sqrt(Math.Log(2)), JensenShannon.Distance(p, q, Math.E), 1e-14);
        Relative.Equal(Math.Sqrt(Math.Log(2)), JensenShannon.Distance([1.0, 0], [0.0, 1], Math.E), 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Distance_NoBase_IsRefused(double logarithmBase)
    {
        Assert.Equal(
            "logarithmBase",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => JensenShannon.Distance([1.0], [1.0], logarithmBase))
                .ParamName
        );
        Assert.Equal(
            "logarithmBase",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => JensenShannon.Distance([1L], [1L], logarithmBase))
                .ParamName
        );
    }

    [Fact]
    public void Measure_BothWays_IsTheSame() => HoldsSymmetry();

    [Fact]
    public void Measure_ThreeSamples_ObeyTheTriangleInequality() => HoldsTriangleInequality();

    [Fact]
    public void Measure_MergedBins_IsNoLarger() => HoldsMonotonicityUnderMerging();

    protected override double Measure(double[] p, double[] q) => JensenShannon.Distance(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => JensenShannon.Distance(p, q);
}
