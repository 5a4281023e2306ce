using Mlops.Statistics.Divergences;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class PopulationStabilityIndexTests : DivergenceLaws
{
    [Fact]
    public void Index_Floor_RaisesEitherSideWithoutNormalising()
    {
        // Shares (1, 0) against (0.5, 0.5): the empty bin counts as 1e-4.
        var expected = (-0.5 * Math.Log(0.5)) + ((0.5 - 1e-4) * Math.Log(0.5 / 1e-4));

        Relative.Equal(expected, PopulationStabilityIndex.Index([1.0, 0], [1.0, 1]), 1e-14);
        Relative.Equal(expected, PopulationStabilityIndex.Index([1L, 1], [1L, 0]), 1e-14);
    }

    [Fact]
    public void Index_NoFloor_IsInfiniteWhereABinIsEmptyOnOneSide()
    {
        Assert.Equal(double.PositiveInfinity, PopulationStabilityIndex.Index([1.0, 0], [1.0, 1], floor: 0));
        Assert.Equal(double.PositiveInfinity, PopulationStabilityIndex.Index([1L, 1], [1L, 0], floor: 0));
        Assert.Equal(0, PopulationStabilityIndex.Index([1L, 0], [2L, 0], floor: 0));
    }

    [Theory]
    [InlineData(0.0, PopulationStabilityBand.Stable)]
    [InlineData(0.0999, PopulationStabilityBand.Stable)]
    [InlineData(0.1, PopulationStabilityBand.Moderate)]
    [InlineData(0.25, PopulationStabilityBand.Significant)]
    [InlineData(double.PositiveInfinity, PopulationStabilityBand.Significant)]
    [InlineData(double.NaN, PopulationStabilityBand.Undefined)]
    public void Band_Index_IsTheCustomaryOne(double index, PopulationStabilityBand expected) =>
        Assert.Equal(expected, PopulationStabilityIndex.Band(index));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Index_NoFloorValue_IsRefused(double floor) =>
        Assert.Equal(
            "floor",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => PopulationStabilityIndex.Index([1.0], [1.0], floor))
                .ParamName
        );

    [Fact]
    public void Measure_BothWays_IsTheSame() => HoldsSymmetry();

    protected override double LargestValue => double.MaxValue;

    protected override double Measure(double[] p, double[] q) => PopulationStabilityIndex.Index(p, q);

    protected override double MeasureCounts(long[] p, long[] q) => PopulationStabilityIndex.Index(p, q);
}
