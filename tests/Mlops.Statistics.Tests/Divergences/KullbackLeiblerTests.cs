using Mlops.Statistics.Divergences;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class KullbackLeiblerTests : DivergenceLaws
{
    /// <summary>The definition, computed with 60 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(new[] { 1L, 2, 3, 4 }, new[] { 4L, 3, 2, 1 }, 0.45643481914678363, 1e-15)]
    [InlineData(new[] { 50L, 30, 20, 0 }, new[] { 45L, 30, 20, 5 }, 0.05268025782891315, 1e-15)]
    [InlineData(new[] { 100000L, 100000 }, new[] { 100001L, 99999 }, 5.00000000025e-11, 1e-10)]
    public void Divergence_ReferenceValues_Agree(long[] reference, long[] current, double expected, double tolerance) =>
        Relative.Equal(expected, KullbackLeibler.Divergence(reference, current), tolerance);

    [Fact]
    public void Divergence_BinEmptyOnOneSide_IsInfiniteOnlyInTheCurrentData()
    {
        Assert.Equal(double.PositiveInfinity, KullbackLeibler.Divergence([1.0, 1], [1.0, 0]));
        Relative.Equal(Math.Log(2), KullbackLeibler.Divergence([1.0, 0], [1.0, 1]), 1e-15);
    }

    [Fact]
    public void Divergence_ShareNearTheSmallest_IsFinite() =>
        Relative.Equal(
            0.5 * (Math.Log(0.5) - Math.Log(1e-320)) + (0.5 * Math.Log(0.5)),
            KullbackLeibler.Divergence([1.0, 1], [1.0, 1e-320]),
            1e-12
        );

    [Fact]
    public void Measure_MergedBins_IsNoLarger() => HoldsMonotonicityUnderMerging();

    protected override double LargestValue => double.PositiveInfinity;

    protected override double Measure(double[] p, double[] q) => KullbackLeibler.Divergence(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => KullbackLeibler.Divergence(p, q);
}
