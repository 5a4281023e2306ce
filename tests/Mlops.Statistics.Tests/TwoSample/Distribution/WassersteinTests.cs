using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class WassersteinTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5, 8, 13];
    private static readonly double[] Y = [2, 3, 4, 4, 9];

    /// <summary>SciPy 1.10.1, stats.wasserstein_distance; NumPy 1.24.2, std.</summary>
    [Fact]
    public void Measure_ReferenceValues_Agree()
    {
        var plain = Wasserstein.Measure(X, Y);
        var weighted = Wasserstein.Measure(X, [1, 2, 0, 1, 0.5, 0.5, 1], Y, [0.25, 0.5, 1, 2, 0.125]);

        Assert.Equal(5, Wasserstein.Measure([0.0, 1, 3], [5.0, 6, 8]).Distance);
        Relative.Equal(1.657142857142857, plain.Distance, 1e-15);
        Relative.Equal(1.657142857142857 / 3.979539507766891, plain.NormalizedDistance, 1e-14);
        Assert.Equal((7, 5), (plain.ReferenceCount, plain.CurrentCount));
        Relative.Equal(2.8306451612903225, weighted.Distance, 1e-15);
        Assert.Equal((6, 5), (weighted.ReferenceCount, weighted.CurrentCount));
        Assert.Equal(0.25, Wasserstein.Measure([0.0, 1], [3.0, 1], [0.0, 1], [2.0, 2]).Distance);
    }

    [Fact]
    public void Measure_Shift_IsItsSize()
    {
        var moved = X.Select(value => value + 0.375).ToArray();

        Assert.Equal(0.375, Wasserstein.Measure(X, moved).Distance, 1e-15);
    }

    [Fact]
    public void Measure_ConstantReference_HasNoNormalizedDistance()
    {
        var result = Wasserstein.Measure([2.0, 2], [3.0]);

        Assert.Equal((ResultStatus.Ok, 1.0), (result.Status, result.Distance));
        Assert.Equal((ResultStatus.Constant, double.NaN), (result.NormalizedStatus, result.NormalizedDistance));
    }

    [Fact]
    public void Measure_EmptyOrInfinite_HasAStatus()
    {
        var empty = Wasserstein.Measure([], [1.0]);
        var infinite = Wasserstein.Measure([1.0, 2], [double.NegativeInfinity, 1]);
        var weightless = Wasserstein.Measure([1.0, double.PositiveInfinity], [1.0, 0], [1.0], [1.0]);

        Assert.Equal((ResultStatus.Empty, double.NaN), (empty.Status, empty.Distance));
        Assert.Equal((ResultStatus.Infinite, double.NaN), (infinite.Status, infinite.Distance));
        Assert.Equal(ResultStatus.Infinite, infinite.NormalizedStatus);
        Assert.Equal((ResultStatus.Ok, 0.0), (weightless.Status, weightless.Distance));
        Assert.Equal(ResultStatus.Empty, Wasserstein.Measure(default, new CountedValues([1], [1])).Status);
        Assert.Equal(
            ResultStatus.Empty,
            Wasserstein.Measure(new CountedValues([1], [0]), new CountedValues([1], [1])).Status
        );
    }

    [Fact]
    public void Measure_EndsOfTheRange_DoNotOverflow()
    {
        double[] x = [-double.MaxValue, double.MaxValue],
            y = [-double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue];

        Assert.Equal(0, Wasserstein.Measure(x, x).Distance);
        Relative.Equal(double.MaxValue / 2, Wasserstein.Measure(x, y).Distance, 1e-15);
        Relative.Equal(double.MaxValue / 2, Wasserstein.Measure(x, [1, 1], y, [1, 1, 1, 1]).Distance, 1e-15);
        Assert.Equal(double.PositiveInfinity, Wasserstein.Measure([-double.MaxValue], [double.MaxValue]).Distance);
        Assert.Equal(ResultStatus.Undefined, Wasserstein.Measure(x, y).NormalizedStatus);
    }

    [Fact]
    public void Measure_ManyRows_LosesNothingAndDependsOnNoThreads()
    {
        var random = new Xoshiro256(3);
        double[] x = [.. Enumerable.Range(0, 200_000).Select(_ => 1e6 + random.NextUniform())],
            y = [.. x.Select(value => value + (1.0 / 1024))];
        var one = Wasserstein.Measure(x, y, new() { MaxDegreeOfParallelism = 1 });
        var many = Wasserstein.Measure(x, y, new() { MaxDegreeOfParallelism = 7 });

        Assert.Equal(one, many);

        // Multiples of 2^-33 near a million: the shift is exact, so that only the sum rounds.
        Relative.Equal(1.0 / 1024, one.Distance, 1e-14);
        Assert.Equal(one, Wasserstein.MeasureSorted([.. x.Order()], [.. y.Order()]));
    }

    [Fact]
    public void Measure_BadArguments_AreNamed()
    {
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => Wasserstein.Measure([1.0], [double.NaN])).ParamName
        );
        Assert.Equal(
            "referenceWeights",
            Assert.Throws<ArgumentException>(() => Wasserstein.Measure([1.0], [1.0, 2], [1.0], [1.0])).ParamName
        );
        Assert.Equal(
            "currentWeights",
            Assert.Throws<ArgumentException>(() => Wasserstein.Measure([1.0], [1.0], [1.0], [-1.0])).ParamName
        );
        Assert.Equal(
            "currentWeights",
            Assert.Throws<ArgumentException>(() => Wasserstein.Measure([1.0], [1.0], [1.0], [0.0])).ParamName
        );
        Assert.Equal(
            "referenceWeights",
            Assert
                .Throws<ArgumentException>(() => Wasserstein.Measure([1.0], [double.PositiveInfinity], [1.0], [1.0]))
                .ParamName
        );
    }
}
