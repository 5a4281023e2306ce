using Mlops.Statistics.Divergences;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Divergences;

public sealed class OrderedSharesTests
{
    private static readonly long[] Reference = [120, 80, 50, 30, 20];
    private static readonly long[] Current = [100, 90, 70, 25, 35];

    [Fact]
    public void Wasserstein_Positions_AgreeWithSciPy()
    {
        // SciPy 1.10.1, stats.wasserstein_distance with weights.
        double[] positions = [0, 1, 2.5, 4, 10];
        Relative.Equal(0.4843750000000001, WassersteinOfShares.Distance(Reference, Current, positions), 1e-13);
        Relative.Equal(
            0.4843750000000001,
            WassersteinOfShares.Distance([120.0, 80, 50, 30, 20], [100.0, 90, 70, 25, 35], positions),
            1e-13
        );
    }

    [Fact]
    public void Wasserstein_EmptyBins_AddNothing()
    {
        Assert.Equal(3, WassersteinOfShares.Distance([1L, 0, 0, 0], [0L, 0, 0, 1]));
        Assert.Equal(0, WassersteinOfShares.Distance([0.0, 1, 0], [0.0, 1, 0]));
        Assert.Equal(
            WassersteinOfShares.Distance([1L, 2], [2L, 1], [0.0, 4]),
            WassersteinOfShares.Distance([1L, 0, 2], [2L, 0, 1], [0.0, 3, 4])
        );
    }

    [Fact]
    public void Wasserstein_BadPositions_AreNamed()
    {
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>(() => WassersteinOfShares.Distance([1L, 2], [2L, 1], [3.0, 2])).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "positions",
            Assert.Throws<ArgumentException>(() => WassersteinOfShares.Distance([1L, 2], [2L, 1], [1.0])).ParamName
        );
        Assert.Throws<ArgumentException>(() => WassersteinOfShares.Distance([1L, 2], [2L, 1], [1.0, double.NaN]));
    }

    [Fact]
    public void CharacteristicStability_Points_AgreeWithTheDefinition()
    {
        double[] points = [10, 20, -5, 40, 0];
        Relative.Equal(-1.7187500000000004, CharacteristicStabilityIndex.Index(Reference, Current, points), 1e-13);
        var interval = CharacteristicStabilityIndex.Interval(Reference, Current, points);
        Relative.Equal(1.9687405524437165, (interval.Upper - interval.Lower) / 2, 1e-12);
        Assert.Equal(-1.71875, (interval.Upper + interval.Lower) / 2, 1e-12);
    }

    [Fact]
    public void CharacteristicStability_Directions_Cancel()
    {
        Assert.Equal(0, CharacteristicStabilityIndex.Index([1.0, 2, 1], [2.0, 0, 2], [5.0, 10, 15]));
        Assert.Throws<ArgumentException>(() => CharacteristicStabilityIndex.Index([1L, 2], [2L, 1], [1.0]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            CharacteristicStabilityIndex.Interval([1L, 2], [2L, 1], [1.0, 2], 1)
        );
    }
}
