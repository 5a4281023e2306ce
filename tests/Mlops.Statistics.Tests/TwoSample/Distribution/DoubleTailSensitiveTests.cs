using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class DoubleTailSensitiveTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5, 8, 13];
    private static readonly double[] Y = [2, 3, 4, 4, 9];

    /// <summary>The formula of the R package twosamples' manual, gap by gap in NumPy 1.24.2.</summary>
    [Theory]
    [InlineData(1, 11.375829401858816)]
    [InlineData(2, 12.38774025974026)]
    [InlineData(1.5, 11.724435805027538)]
    public void Test_ReferenceValues_Agree(double power, double statistic)
    {
        var result = DoubleTailSensitive.Test(X, Y, new() { Power = power });

        Relative.Equal(statistic, result.Statistic, 1e-14);
        Assert.Equal((7, 5), (result.ReferenceCount, result.CurrentCount));
        Assert.Equal(power, result.Options.Power);
    }

    /// <summary>Every way to divide ten values is tried; the drawn ones must agree within five standard errors.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    public void Test_SmallSamples_PValueIsTheShareOfAllDivisions(double power)
    {
        double[] x = [1, 2, 2, 3, 5],
            y = [3, 4, 4, 6, 9];
        var one = new DoubleTailSensitiveOptions
        {
            Power = power,
            Permutation = new() { Replicates = 1 },
        };
        var result = DoubleTailSensitive.Test(
            x,
            y,
            one with
            {
                Permutation = new() { Replicates = 20_000, Seed = 5 },
            }
        );
        var share = Divisions.ShareAtLeast(x, y, (a, b) => DoubleTailSensitive.Test(a, b, one).Statistic);

        Assert.InRange(
            result.PValue - share,
            -5 * result.Permutation!.StandardError,
            5 * result.Permutation.StandardError
        );
    }

    [Fact]
    public void Test_AnySamples_IsSymmetricAndInTheValuesUnit()
    {
        var forward = DoubleTailSensitive.Test(X, Y);
        var moved = DoubleTailSensitive.Test(
            [.. Y.Select(value => (-4 * value) + 64)],
            [.. X.Select(value => (-4 * value) + 64)]
        );

        Relative.Equal(4 * forward.Statistic, moved.Statistic, 1e-14);
        Assert.Equal(0, DoubleTailSensitive.Test(X, X).Statistic);
        Assert.Equal(1, DoubleTailSensitive.Test(X, X).PValue);
    }

    [Fact]
    public void Test_EdgesOfTheData_HaveAnAnswerOrAStatus()
    {
        var empty = DoubleTailSensitive.Test([], Y);

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (empty.Status, empty.Statistic, empty.PValue));
        Assert.Null(empty.Permutation);
        Assert.Equal(ResultStatus.Infinite, DoubleTailSensitive.Test([double.NegativeInfinity], Y).Status);
        var constant = DoubleTailSensitive.Test([3.0, 3], [3.0]);
        Assert.Equal((ResultStatus.Ok, 0.0, 1.0), (constant.Status, constant.Statistic, constant.PValue));
        Relative.Equal(
            DoubleTailSensitive.Test([-1.0, 0], [1.0]).Statistic * 1e307,
            DoubleTailSensitive.Test([-1e307, 0], [1e307]).Statistic,
            1e-14
        );
        Assert.Equal(
            double.PositiveInfinity,
            DoubleTailSensitive.Test([-double.MaxValue], [double.MaxValue]).Statistic
        );
    }

    [Fact]
    public void Test_ManyRows_DependsOnNoThreads()
    {
        var random = new Xoshiro256(3);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextUniform())],
            y = [.. Enumerable.Range(0, 70_001).Select(_ => random.NextUniform())];
        var options = new DoubleTailSensitiveOptions { Permutation = new() { Replicates = 40 } };

        Assert.Equal(
            DoubleTailSensitive.Test(x, y, options, new() { MaxDegreeOfParallelism = 1 }),
            DoubleTailSensitive.Test(x, y, options, new() { MaxDegreeOfParallelism = 7 })
        );
    }

    [Fact]
    public void Test_EqualDistributions_IsRejectedAtTheLevel() =>
        Divisions.IsRejectedAtTheLevel(
            random => -Math.Log(1 - random.NextUniform()),
            (x, y) =>
                DoubleTailSensitive
                    .Test(x, y, new DoubleTailSensitiveOptions { Permutation = new() { Replicates = 99 } })
                    .PValue,
            least: 0.05
        );

    [Fact]
    public void Options_BadArguments_AreNamed()
    {
        Assert.Equal(
            "Power",
            Assert.Throws<ArgumentOutOfRangeException>(() => new DoubleTailSensitiveOptions { Power = 0 }).ParamName
        );
        Assert.Equal(
            "Power",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    new DoubleTailSensitiveOptions { Power = double.PositiveInfinity }
                )
                .ParamName
        );
        Assert.Equal(
            "Permutation",
            Assert.Throws<ArgumentNullException>(() => new DoubleTailSensitiveOptions { Permutation = null! }).ParamName
        );
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => DoubleTailSensitive.Test([1.0], [double.NaN])).ParamName
        );
    }
}
