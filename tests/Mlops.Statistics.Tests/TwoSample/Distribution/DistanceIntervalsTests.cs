using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class DistanceIntervalsTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5, 8, 13];
    private static readonly double[] Y = [2, 3, 4, 4, 9];

    /// <summary>
    /// The margin of uniform samples is a quantile of the Brownian bridge's norm: ∫ |B| has the 90% point 0.4993 (Johnson and Killeen 1983),
    /// ∫ B² 0.34730 (Anderson and Darling 1952). 800 replicates know it to about 3%.
    /// </summary>
    [Fact]
    public void Intervals_ManyUniformRows_HaveTheLimitingMargin()
    {
        var random = new Xoshiro256(5);
        double[] x = [.. Enumerable.Range(0, 120_000).Select(_ => random.NextUniform())],
            y = [.. Enumerable.Range(0, 60_000).Select(_ => random.NextUniform())];
        var variance = (1.0 / x.Length) + (1.0 / y.Length);
        var options = new DistanceIntervalOptions { Replicates = 400 };
        var wasserstein = DistanceIntervals.Wasserstein(x, y, options);
        var energy = DistanceIntervals.Energy(x, y, options);

        Relative.Equal(0.4993 * Math.Sqrt(variance), wasserstein.Margin, 0.1);
        Relative.Equal(Math.Sqrt(2 * 0.34730 * variance), energy.Margin, 0.1);
        Assert.Equal(DistanceIntervalOptions.MostCells, wasserstein.CellCount);
        Assert.Equal(Wasserstein.Measure(x, y).Distance, wasserstein.Estimate);
        Assert.Equal(EnergyDistance.Measure(x, y).Distance, energy.Estimate);
    }

    [Fact]
    public void Intervals_ManyRows_DependOnNoThreads()
    {
        var random = new Xoshiro256(6);
        double[] x = [.. Enumerable.Range(0, 70_000).Select(_ => random.NextUniform())],
            y = [.. Enumerable.Range(0, 9_000).Select(_ => random.NextUniform())];
        var options = new DistanceIntervalOptions { Replicates = 40 };

        Assert.Equal(
            DistanceIntervals.Energy(x, y, options, new() { MaxDegreeOfParallelism = 1 }),
            DistanceIntervals.Energy(x, y, options, new() { MaxDegreeOfParallelism = 5 })
        );
    }

    /// <summary>How often the interval holds the distance of the populations, for equal ones and for a shift: at least the level, within 3 standard errors.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Wasserstein_Shift_IsCovered(double shift)
    {
        const int replicates = 200;
        var random = new Xoshiro256(9);
        var options = new DistanceIntervalOptions { Replicates = 99 };
        var covered = 0;
        for (var r = 0; r < replicates; r++)
        {
            double[] x = [.. Enumerable.Range(0, 50).Select(_ => random.NextUniform())],
                y = [.. Enumerable.Range(0, 40).Select(_ => shift + random.NextUniform())];
            covered += DistanceIntervals.Wasserstein(x, y, options).Interval.Contains(shift) ? 1 : 0;
        }

        Assert.InRange(covered / (double)replicates, 0.9 - (3 * Math.Sqrt(0.09 / replicates)), 1);
    }

    /// <summary>∫ (F - G)² of two uniform distributions apart by s is s² (1 - s) + 2 s³ / 3 for s of at most 1.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Energy_Shift_IsCovered(double shift)
    {
        const int replicates = 200;
        var distance = Math.Sqrt(2 * ((shift * shift * (1 - shift)) + (2 * shift * shift * shift / 3)));
        var random = new Xoshiro256(9);
        var options = new DistanceIntervalOptions { Replicates = 99 };
        var covered = 0;
        for (var r = 0; r < replicates; r++)
        {
            double[] x = [.. Enumerable.Range(0, 50).Select(_ => random.NextUniform())],
                y = [.. Enumerable.Range(0, 40).Select(_ => shift + random.NextUniform())];
            covered += DistanceIntervals.Energy(x, y, options).Interval.Contains(distance) ? 1 : 0;
        }

        Assert.InRange(covered / (double)replicates, 0.9 - (3 * Math.Sqrt(0.09 / replicates)), 1);
    }

    [Fact]
    public void Intervals_FewValues_AreCellsOfTheirOwn()
    {
        var result = DistanceIntervals.Wasserstein(X, Y);

        Assert.Equal((ResultStatus.Ok, 8), (result.Status, result.CellCount));
        Assert.Equal((7, 5), (result.ReferenceCount, result.CurrentCount));
        Assert.Equal(0.9, result.Interval.Level);
        Assert.Equal(0, result.Interval.Lower);
        Assert.Equal(result.Estimate + result.Margin, result.Interval.Upper);
        Assert.InRange(
            DistanceIntervals.Wasserstein(X, Y, new() { Level = 0.99 }).Margin,
            result.Margin,
            double.MaxValue
        );
    }

    [Fact]
    public void Intervals_ConstantSides_AreCertain()
    {
        var result = DistanceIntervals.Wasserstein([1.0, 1, 1], [4.0, 4]);

        Assert.Equal((3.0, 0.0), (result.Estimate, result.Margin));
        Assert.Equal((3.0, 3.0), (result.Interval.Lower, result.Interval.Upper));
    }

    [Fact]
    public void Intervals_Rescaled_FollowTheUnit()
    {
        var wasserstein = DistanceIntervals.Wasserstein(X, Y);
        var energy = DistanceIntervals.Energy(X, Y);
        double[] x = [.. X.Select(value => 16 * value)],
            y = [.. Y.Select(value => 16 * value)];

        Relative.Equal(16 * wasserstein.Margin, DistanceIntervals.Wasserstein(x, y).Margin, 1e-14);
        Relative.Equal(4 * energy.Margin, DistanceIntervals.Energy(x, y).Margin, 1e-14);
        Assert.True(
            double.IsFinite(
                DistanceIntervals.Energy([-double.MaxValue, 0, 1], [0, double.MaxValue, double.MaxValue]).Margin
            )
        );
    }

    [Fact]
    public void Intervals_DataThatCannotAnswer_HaveAStatus()
    {
        var one = DistanceIntervals.Energy([1.0], Y);

        Assert.Equal(ResultStatus.TooFewRows, one.Status);
        Assert.Equal(EnergyDistance.Measure([1.0], Y).Distance, one.Estimate);
        Assert.Equal((double.NaN, double.NaN), (one.Interval.Lower, one.Margin));
        Assert.Equal(ResultStatus.Empty, DistanceIntervals.Wasserstein([], Y).Status);
        Assert.Equal(ResultStatus.Infinite, DistanceIntervals.Wasserstein([double.NegativeInfinity, 1], Y).Status);
    }

    [Fact]
    public void Options_BadArguments_AreNamed()
    {
        Assert.Equal(
            "Level",
            Assert.Throws<ArgumentOutOfRangeException>(() => new DistanceIntervalOptions { Level = 1 }).ParamName
        );
        Assert.Equal(
            "Replicates",
            Assert.Throws<ArgumentOutOfRangeException>(() => new DistanceIntervalOptions { Replicates = 0 }).ParamName
        );
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => DistanceIntervals.Energy([double.NaN], Y)).ParamName
        );
    }
}
