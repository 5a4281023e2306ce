using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class EnergyDistanceTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5, 8, 13];
    private static readonly double[] Y = [2, 3, 4, 4, 9];

    /// <summary>SciPy 1.10.1, stats.energy_distance; the unbiased form from all pairs in NumPy.</summary>
    [Fact]
    public void Measure_ReferenceValues_Agree()
    {
        var plain = EnergyDistance.Measure(X, Y);
        var weighted = EnergyDistance.Measure(X, [1, 2, 0, 1, 0.5, 0.5, 1], Y, [0.25, 0.5, 1, 2, 0.125]);

        Relative.Equal(0.7228063223242012, plain.Distance, 1e-15);
        Relative.Equal(0.5224489795918363, plain.Statistic, 1e-14);
        Relative.Equal(-0.7714285714285714, plain.UnbiasedStatistic, 1e-14);
        Relative.Equal(0.07373271889400916, plain.NormalizedStatistic, 1e-14);
        Assert.Equal((ResultStatus.Ok, ResultStatus.Ok), (plain.UnbiasedStatus, plain.NormalizedStatus));
        Assert.Equal((7, 5), (plain.ReferenceCount, plain.CurrentCount));
        Relative.Equal(1.2675351186103783, weighted.Distance, 1e-15);
        Assert.Equal((ResultStatus.Undefined, double.NaN), (weighted.UnbiasedStatus, weighted.UnbiasedStatistic));
        Assert.Equal((6, 5), (weighted.ReferenceCount, weighted.CurrentCount));
    }

    [Fact]
    public void Measure_OneValueASide_IsAllThereIs()
    {
        var result = EnergyDistance.Measure([1.0], [4.0]);

        Assert.Equal(6, result.Statistic);
        Assert.Equal(1, result.NormalizedStatistic);
        Assert.Equal((ResultStatus.TooFewRows, double.NaN), (result.UnbiasedStatus, result.UnbiasedStatistic));
    }

    [Fact]
    public void Measure_AllValuesEqual_HasNoNormalizedForm()
    {
        var result = EnergyDistance.Measure([2.0, 2], [2.0, 2, 2]);

        Assert.Equal((ResultStatus.Ok, 0.0, 0.0), (result.Status, result.Distance, result.UnbiasedStatistic));
        Assert.Equal((ResultStatus.Constant, double.NaN), (result.NormalizedStatus, result.NormalizedStatistic));
        Assert.Equal(0, EnergyDistance.Measure([-0.0, 1], [0.0, 1]).Distance);
    }

    [Fact]
    public void Measure_EmptyOrInfinite_HasAStatus()
    {
        var empty = EnergyDistance.Measure([], [1.0]);
        var infinite = EnergyDistance.Measure([1.0, 2], [double.NegativeInfinity, 1]);

        Assert.Equal((ResultStatus.Empty, double.NaN), (empty.Status, empty.Distance));
        Assert.Equal((ResultStatus.Empty, ResultStatus.Empty), (empty.UnbiasedStatus, empty.NormalizedStatus));
        Assert.Equal((ResultStatus.Infinite, double.NaN), (infinite.Status, infinite.Statistic));
        Assert.Equal(ResultStatus.Empty, EnergyDistance.Measure(default, new CountedValues([1], [1])).Status);
        Assert.Equal(
            ResultStatus.Ok,
            EnergyDistance.Measure([1.0, double.PositiveInfinity], [1.0, 0], [1.0], [1.0]).Status
        );
    }

    [Fact]
    public void Measure_EndsOfTheRange_DoNotOverflow()
    {
        double[] x = [-double.MaxValue, double.MaxValue],
            y = [-double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue];

        // √(2 · (1/4)² · 2 max).
        Relative.Equal(Math.Sqrt(double.MaxValue) / 2, EnergyDistance.Measure(x, y).Distance, 1e-15);
        Relative.Equal(
            Math.Sqrt(double.MaxValue) / 2,
            EnergyDistance.Measure(x, [1, 1], y, [1, 1, 1, 1]).Distance,
            1e-15
        );
    }

    [Fact]
    public void Measure_ManyRows_DependsOnNoThreads()
    {
        var random = new Xoshiro256(3);
        double[] x = [.. Enumerable.Range(0, 200_000).Select(_ => 1e6 + random.NextUniform())],
            y = [.. x.Select(value => value + (1.0 / 1024))];
        var one = EnergyDistance.Measure(x, y, new() { MaxDegreeOfParallelism = 1 });
        var many = EnergyDistance.Measure(x, y, new() { MaxDegreeOfParallelism = 7 });

        Assert.Equal(one, many);
        Assert.Equal(one, EnergyDistance.MeasureSorted([.. x.Order()], [.. y.Order()]));

        // E|X - X'| of so many uniform numbers, with replacement or without, is near 1/3.
        Assert.Equal(2.0 / 3, one.Statistic / one.NormalizedStatistic, 0.01);
    }

    [Fact]
    public void Measure_BadArguments_AreNamed()
    {
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => EnergyDistance.Measure([1.0], [double.NaN])).ParamName
        );
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => EnergyDistance.MeasureSorted([2.0, 1], [1.0])).ParamName
        );
        Assert.Equal(
            "currentWeights",
            Assert.Throws<ArgumentException>(() => EnergyDistance.Measure([1.0], [1.0], [1.0], [-1.0])).ParamName
        );
    }
}
