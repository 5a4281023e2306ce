using Mlops.Drift.Presets.Deepchecks;
using static Mlops.Drift.Tests.Presets.PresetAssert;

namespace Mlops.Drift.Tests.Presets;

/// <summary>The literals of deepchecks/deepchecks 9d6820f (0.19.1), tests/utils/drift_test.py: numbers alone, with their tolerances.</summary>
public class DeepchecksMethodsTests
{
    [Fact]
    public void EarthMoversDistance_OfLiterals_IsThePeers()
    {
        double[] zeros = new double[100],
            ones = [.. Enumerable.Repeat(1.0, 100)];

        Assert.Equal(1, DeepchecksMethods.EarthMoversDistance(ones, zeros, 0).Value);
        Assert.Equal(1, DeepchecksMethods.EarthMoversDistance(Array.ConvertAll(ones, x => 10 * x), zeros, 0).Value);
        Literal(
            0.33,
            0.01,
            DeepchecksMethods.EarthMoversDistance(
                [.. Enumerable.Range(0, 100).Select(i => (double)i)],
                [.. Enumerable.Range(50, 100).Select(i => (double)i)],
                0
            )
        );
        Assert.Equal(
            1,
            DeepchecksMethods.EarthMoversDistance(Repeat((10, 99), (100, 1)), Repeat((0, 99), (1, 1)), 0.01).Value
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => DeepchecksMethods.EarthMoversDistance(ones, zeros, -1));
    }

    [Fact]
    public void KolmogorovSmirnov_OfLiterals_IsThePeers()
    {
        double[] zeros = new double[100],
            ones = [.. Enumerable.Repeat(1.0, 100)];
        var state = new NumPyState(42);
        double[] reference = state.Normal(0, 1, 10_000),
            current = state.Normal(1, 1, 10_000);

        Assert.Equal(0, DeepchecksMethods.KolmogorovSmirnov(zeros, zeros).Value);
        Assert.Equal(1, DeepchecksMethods.KolmogorovSmirnov(ones, zeros).Value);
        Literal(0.382, 0.01, DeepchecksMethods.KolmogorovSmirnov(reference, current));
        Digits(0.3886, DeepchecksMethods.KolmogorovSmirnov(reference, current));
        Digits(0.20624795266294152, DeepchecksMethods.EarthMoversDistance(reference, current));
    }

    [Theory]
    [InlineData(new long[] { 200, 800 }, new long[] { 400, 600 }, 0.21)]
    [InlineData(new long[] { 1000, 0 }, new long[] { 0, 1000 }, 1)]
    [InlineData(new long[] { 1000 }, new long[] { 1000 }, 0)]
    [InlineData(new long[] { 200, 800, 100 }, new long[] { 400, 600, 0 }, 0.3)]
    [InlineData(new long[] { 200, 800, 10, 10 }, new long[] { 400, 620, 0, 0 }, 0.228)]
    public void CramersV_OfCounts_IsThePeers(long[] reference, long[] current, double expected)
    {
        Literal(expected, 0.01, DeepchecksMethods.CramersV(reference, current));
    }

    [Fact]
    public void CramersV_WithRareCategories_IsThePeers()
    {
        var score = DeepchecksMethods.CramersV([200, 800, 10, 10], [400, 620, 0, 0], 0.1);

        Literal(0.208, 0.01, score);
        Digits(0.20805758975883742, score);
    }

    [Fact]
    public void CramersV_OfDifferentSizes_IsScaledAsThePeers()
    {
        double full = DeepchecksMethods.CramersV([2000, 8000], [4000, 6000]).Value,
            half = DeepchecksMethods.CramersV([2000, 8000], [400, 600]).Value,
            small = DeepchecksMethods.CramersV([200, 800], [400, 600]).Value;

        Assert.Equal(half, full, 0.01);
        Assert.Equal(small, half, 0.0001);
        Near(0.2160257918350864, small);
    }

    [Theory]
    [InlineData(new long[] { 9900, 100 }, new long[] { 10000, 0 }, 0.56)]
    [InlineData(new long[] { 9900, 100 }, new long[] { 1000, 0 }, 0.45)]
    [InlineData(new long[] { 9900, 100 }, new long[] { 100, 0 }, 0.14)]
    [InlineData(new long[] { 99900, 100 }, new long[] { 10000, 0 }, 0.45)]
    [InlineData(new long[] { 99900, 100 }, new long[] { 1000, 0 }, 0.16)]
    [InlineData(new long[] { 9999900, 100 }, new long[] { 10000, 0 }, 0.02)]
    [InlineData(new long[] { 9999900, 100 }, new long[] { 1000, 0 }, 0.0)]
    [InlineData(new long[] { 99900, 100 }, new long[] { 99000, 1000 }, 0.45)]
    [InlineData(new long[] { 99900, 100 }, new long[] { 990, 10 }, 0.36)]
    [InlineData(new long[] { 99000, 1000 }, new long[] { 99900, 100 }, 0.45)]
    [InlineData(new long[] { 99000, 1000 }, new long[] { 999, 1 }, 0.37)]
    [InlineData(new long[] { 4900, 100, 5000 }, new long[] { 4950, 50, 5000 }, 0.15)]
    [InlineData(new long[] { 9900, 100 }, new long[] { 9950, 50 }, 0.17)]
    public void CramersV_WithBalancedClasses_IsThePeers(long[] reference, long[] current, double expected)
    {
        Literal(expected, 0.01, DeepchecksMethods.CramersV(reference, current, balanceClasses: true));
        Literal(expected, 0.01, DeepchecksMethods.CramersV(reference, current, 0.1, balanceClasses: true));
    }

    [Fact]
    public void PopulationStability_OfAnEmptyCategory_HasAFloorOfOnePercent()
    {
        var expected = (0.01 - 0.5) * Math.Log(0.01 / 0.5) + ((1 - 0.5) * Math.Log(1 / 0.5));

        Digits(expected, DeepchecksMethods.PopulationStability([0, 100], [50, 50]));
    }

    [Fact]
    public void Methods_WherePeerFails_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Empty, DeepchecksMethods.KolmogorovSmirnov([], [1.0]).Status);
        Assert.Equal(ResultStatus.Empty, DeepchecksMethods.CramersV([0, 0], [1, 2]).Status);
        Assert.Equal(
            ResultStatus.Infinite,
            DeepchecksMethods.EarthMoversDistance([1.0, double.PositiveInfinity], [1.0], 0).Status
        );
        Assert.Throws<ArgumentException>(() => DeepchecksMethods.CramersV([1, 2], [1]));
    }
}
