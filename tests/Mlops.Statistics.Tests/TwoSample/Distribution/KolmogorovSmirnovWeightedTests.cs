using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class KolmogorovSmirnovWeightedTests
{
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided)]
    [InlineData(TwoSampleAlternative.CurrentGreater)]
    [InlineData(TwoSampleAlternative.CurrentLess)]
    public void TestWeighted_EqualWeights_IsTheAsymptoticTest(TwoSampleAlternative alternative)
    {
        double[] reference = TiedSamples.Uniform(400, 5, kinds: 9),
            current = TiedSamples.Uniform(300, 6, kinds: 9);
        var expected = KolmogorovSmirnov.Test(
            reference,
            current,
            new() { Alternative = alternative, Method = KolmogorovSmirnovMethod.Asymptotic }
        );

        var weighted = KolmogorovSmirnov.TestWeighted(
            reference,
            Weights(400, 0.3),
            current,
            Weights(300, 1e300),
            new() { Alternative = alternative }
        );

        Relative.Equal(expected.Statistic, weighted.Statistic, 1e-12);
        Relative.Equal(expected.PValue, weighted.PValue, 1e-10);
        Relative.Equal(expected.Difference, weighted.Difference, 1e-12);
        Assert.Equal(expected.Location, weighted.Location);
        Relative.Equal(400, weighted.EffectiveReferenceCount, 1e-12);
        Relative.Equal(300, weighted.EffectiveCurrentCount, 1e-12);
        Assert.Equal((400, 300), (weighted.ReferenceCount, weighted.CurrentCount));
    }

    /// <summary>By hand: F is 3/6, 5/6, 1 at 1, 2, 3 and G is 1/4, 1/4, 1 there; (Σ w)² / Σ w² is 36/14 and 16/10.</summary>
    [Fact]
    public void TestWeighted_UnequalWeights_IsWhatTheySay()
    {
        var result = KolmogorovSmirnov.TestWeighted([3, 1, 2, 9], [1, 3, 2, 0], [3, 1], [3, 1]);

        Assert.Equal(7.0 / 12, result.Statistic, 1e-15);
        Assert.Equal(7.0 / 12, result.Difference, 1e-15);
        Assert.Equal(2, result.Location);
        Assert.Equal(36.0 / 14, result.EffectiveReferenceCount, 1e-14);
        Assert.Equal(1.6, result.EffectiveCurrentCount, 1e-14);
        Assert.Equal(3, result.ReferenceCount);
        Assert.Equal(KolmogorovSmirnovMethod.Asymptotic, result.Method);
    }

    [Fact]
    public void TestWeighted_CopiesAsWeights_HaveTheirStatistic()
    {
        var rows = KolmogorovSmirnov.Test([1, 1, 2, 3, 3, 3.0], [2, 2, 4, 4.0]);
        var weighted = KolmogorovSmirnov.TestWeighted([1, 2, 3], [2, 1, 3], [2, 4], [2, 2]);

        Assert.Equal(rows.Statistic, weighted.Statistic, 1e-15);
        Assert.Equal(rows.Location, weighted.Location);
    }

    [Fact]
    public void TestWeighted_NoAnswer_HasAStatus()
    {
        var empty = KolmogorovSmirnov.TestWeighted([], [], [1], [1]);
        var single = KolmogorovSmirnov.TestWeighted([1], [2], [2], [1]);
        var same = KolmogorovSmirnov.TestWeighted([1, 2, 3], [0.1, 0.2, 0.7], [3, 1, 2], [0.7, 0.1, 0.2]);

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (empty.Status, empty.Statistic, empty.PValue));
        Assert.Equal((ResultStatus.TooFewRows, 1), (single.Status, single.Statistic));
        Assert.Equal((0, 1), (same.Statistic, same.PValue));
    }

    [Fact]
    public void TestWeighted_BadArguments_AreNamed()
    {
        var method = Assert.Throws<ArgumentException>(() =>
            KolmogorovSmirnov.TestWeighted([1], [1], [1], [1], new() { Method = KolmogorovSmirnovMethod.Exact })
        );
        var weight = Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.TestWeighted([1], [1], [1], [-1]));
        var value = Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.TestWeighted([double.NaN], [1], [1], [1]));

        Assert.Equal("options", method.ParamName);
        Assert.Equal("currentWeights", weight.ParamName);
        Assert.Equal("reference", value.ParamName);
    }

    private static double[] Weights(int count, double weight) => [.. Enumerable.Repeat(weight, count)];
}
