using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class WassersteinTestTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5];
    private static readonly double[] Y = [3, 4, 4, 6, 9, 11];

    /// <summary>Every way to divide eleven values is tried; the drawn ones must agree within five standard errors.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(double.PositiveInfinity)]
    public void Test_SmallSamples_PValueIsTheShareOfAllDivisions(double order)
    {
        var result = WassersteinTest.Test(
            X,
            Y,
            new()
            {
                Order = order,
                Permutation = new() { Replicates = 20_000, Seed = 5 },
            }
        );
        var share = Divisions.ShareAtLeast(X, Y, (x, y) => Wasserstein.MeasureOrder(x, y, order).Distance);

        Assert.Equal(Wasserstein.MeasureOrder(X, Y, order), result.Effect);
        Assert.Equal(result.Effect.Distance, result.Statistic);
        Assert.InRange(
            result.PValue - share,
            -5 * result.Permutation!.StandardError,
            5 * result.Permutation.StandardError
        );
    }

    [Fact]
    public void Test_EdgesOfTheData_HaveAnAnswerOrAStatus()
    {
        var empty = WassersteinTest.Test([], Y);

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (empty.Status, empty.Statistic, empty.PValue));
        Assert.Null(empty.Permutation);
        Assert.Equal(ResultStatus.Infinite, WassersteinTest.Test([double.NegativeInfinity], Y).Status);
        Assert.Equal(1, WassersteinTest.Test([3.0, 3], [3.0]).PValue);
        Assert.Equal(1, WassersteinTest.Test([3.0, 3], [3.0], new() { Order = 2 }).PValue);
        Assert.Equal(1, WassersteinTest.TestSorted([-0.0], [0.0]).PValue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Test_ShiftScaleAndThreads_DoNotMatter(double order)
    {
        var options = new WassersteinTestOptions { Order = order };
        var expected = WassersteinTest.Test(X, Y, options, new() { MaxDegreeOfParallelism = 1 });
        var moved = WassersteinTest.Test(
            [.. X.Select(value => (1024 * value) - 4096)],
            [.. Y.Select(value => (1024 * value) - 4096)],
            options,
            new() { MaxDegreeOfParallelism = 3 }
        );

        Assert.Equal(expected.Permutation, moved.Permutation);
        Relative.Equal(1024 * expected.Statistic, moved.Statistic, 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Test_EqualDistributions_IsRejectedAtTheLevel(double order) =>
        Divisions.IsRejectedAtTheLevel(
            random => Math.Floor(6 * random.NextUniform()),
            (x, y) =>
                WassersteinTest
                    .Test(
                        x,
                        y,
                        new WassersteinTestOptions
                        {
                            Order = order,
                            Permutation = new() { Replicates = 99 },
                        }
                    )
                    .PValue,
            least: 0.03
        );

    [Fact]
    public void Options_BadArguments_AreNamed()
    {
        Assert.Equal(
            "Order",
            Assert.Throws<ArgumentOutOfRangeException>(() => new WassersteinTestOptions { Order = 0.9 }).ParamName
        );
        Assert.Equal(
            "Permutation",
            Assert.Throws<ArgumentNullException>(() => new WassersteinTestOptions { Permutation = null! }).ParamName
        );
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => WassersteinTest.TestSorted([2.0, 1], [1.0])).ParamName
        );
    }
}
