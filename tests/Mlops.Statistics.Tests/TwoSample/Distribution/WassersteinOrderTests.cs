using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class WassersteinOrderTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5, 8, 13];
    private static readonly double[] Y = [2, 3, 4, 4, 9];
    private static readonly double[] XWeights = [1, 2, 0, 1, 0.5, 0.5, 1];
    private static readonly double[] YWeights = [0.25, 0.5, 1, 2, 0.125];

    /// <summary>An integral over all breaks of both quantile functions in NumPy 1.24.2.</summary>
    [Theory]
    [InlineData(1, 1.657142857142857, 2.8306451612903225)]
    [InlineData(1.5, 1.8884369936732717, 3.320561530057811)]
    [InlineData(2, 2.111194651646991, 3.8356701619662044)]
    [InlineData(3, 2.495611348020655, 4.776738370686952)]
    [InlineData(double.PositiveInfinity, 4, 9)]
    public void MeasureOrder_ReferenceValues_Agree(double order, double plain, double weighted)
    {
        var result = Wasserstein.MeasureOrder(X, Y, order);

        Relative.Equal(plain, result.Distance, 1e-14);
        Relative.Equal(plain / 3.979539507766891, result.NormalizedDistance, 1e-13);
        Relative.Equal(weighted, Wasserstein.MeasureOrder(X, XWeights, Y, YWeights, order).Distance, 1e-13);
        Assert.Equal(result, Wasserstein.MeasureOrderSorted(X, Y, order));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7.5)]
    [InlineData(1000)]
    [InlineData(double.PositiveInfinity)]
    public void MeasureOrder_Shift_IsItsSize(double order)
    {
        double[] x = [-1e6, 0, 0, 2, 1e9],
            y = [.. x.Select(value => value + 0.375)];

        Relative.Equal(0.375, Wasserstein.MeasureOrder(x, y, order).Distance, 1e-14);
        Relative.Equal(0.375, Wasserstein.MeasureOrder(x, [1, 1, 1, 1, 1], y, [3, 3, 3, 3, 3], order).Distance, 1e-14);
        Assert.Equal(0, Wasserstein.MeasureOrder(x, x, order).Distance);
    }

    [Fact]
    public void MeasureOrder_LocationAndScale_IsTheirDifference()
    {
        // W_2² = (difference of means)² + (difference of deviations)² within a location-scale family.
        double[] x = [-3, -1, 0, 1, 3],
            y = [.. x.Select(value => (2 * value) + 5)];

        Relative.Equal(Math.Sqrt(25 + 4), Wasserstein.MeasureOrder(x, y, 2).Distance, 1e-15);
    }

    [Fact]
    public void MeasureOrder_CountedValues_AreTheRowsWrittenOut()
    {
        var counted = Wasserstein.MeasureOrder(
            new CountedValues([1, 2, 3, 5, 8, 13], [1, 2, 1, 1, 1, 1]),
            new CountedValues([2, 3, 4, 7, 9], [1, 1, 2, 0, 1]),
            2
        );
        var rows = Wasserstein.MeasureOrder(X, Y, 2);

        Relative.Equal(rows.Distance, counted.Distance, 1e-14);
        Relative.Equal(rows.NormalizedDistance, counted.NormalizedDistance, 1e-14);
        Assert.Equal((7, 5), (counted.ReferenceCount, counted.CurrentCount));
        Assert.Equal(4, Wasserstein.MeasureOrder(X, Y, double.PositiveInfinity).Distance);
    }

    [Fact]
    public void MeasureOrder_EndsOfTheRange_DoNotOverflow()
    {
        double[] x = [-double.MaxValue, double.MaxValue],
            y = [-double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue];

        Assert.Equal(double.PositiveInfinity, Wasserstein.MeasureOrder(x, y, double.PositiveInfinity).Distance);
        Relative.Equal(double.MaxValue, Wasserstein.MeasureOrder(x, y, 2).Distance, 1e-15);
        Relative.Equal(3e-200, Wasserstein.MeasureOrder([0.0], [3e-200], 2).Distance, 1e-15);
        Relative.Equal(3e200, Wasserstein.MeasureOrder([0.0], [3e200], 2).Distance, 1e-15);
    }

    [Fact]
    public void MeasureOrder_EmptyOrInfinite_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, Wasserstein.MeasureOrder([], Y, 2).Status);
        Assert.Equal(ResultStatus.Infinite, Wasserstein.MeasureOrder(X, [double.NegativeInfinity], 2).Status);
        Assert.Equal(double.NaN, Wasserstein.MeasureOrder(X, [double.NegativeInfinity], 2).Distance);
        Assert.Equal(ResultStatus.Constant, Wasserstein.MeasureOrder([1.0, 1], Y, 2).NormalizedStatus);
        Assert.Equal(ResultStatus.Empty, Wasserstein.MeasureOrder(default, new CountedValues([1], [1]), 2).Status);
    }

    [Fact]
    public void MeasureOrder_ManyRows_DependsOnNoThreads()
    {
        var random = new Xoshiro256(3);
        double[] x = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextUniform())],
            y = [.. Enumerable.Range(0, 70_001).Select(_ => random.NextUniform())];
        var one = Wasserstein.MeasureOrder(x, y, 2, new() { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, Wasserstein.MeasureOrder(x, y, 2, new() { MaxDegreeOfParallelism = 7 }));
        Relative.Equal(one.Distance, Wasserstein.MeasureOrder(y, x, 2).Distance, 1e-13);
        Assert.InRange(one.Distance, Wasserstein.Measure(x, y).Distance, Wasserstein.MeasureOrder(x, y, 3).Distance);
    }

    [Fact]
    public void MeasureOrder_BadArguments_AreNamed()
    {
        Assert.Equal(
            "order",
            Assert.Throws<ArgumentOutOfRangeException>(() => Wasserstein.MeasureOrder(X, Y, 0.5)).ParamName
        );
        Assert.Equal(
            "order",
            Assert.Throws<ArgumentOutOfRangeException>(() => Wasserstein.MeasureOrder(X, Y, double.NaN)).ParamName
        );
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => Wasserstein.MeasureOrder([double.NaN], Y, 2)).ParamName
        );
    }
}
