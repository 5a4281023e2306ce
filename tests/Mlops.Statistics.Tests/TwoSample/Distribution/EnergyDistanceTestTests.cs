using Mlops.Statistics.Permutation;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class EnergyDistanceTestTests
{
    private static readonly double[] X = [1, 2, 2, 3, 5];
    private static readonly double[] Y = [3, 4, 4, 6, 9];

    /// <summary>Every way to divide ten values is tried; the drawn ones must agree within five standard errors.</summary>
    [Fact]
    public void Test_SmallSamples_PValueIsTheShareOfAllDivisions()
    {
        var result = EnergyDistanceTest.Test(X, Y, new() { Replicates = 20_000, Seed = 5 });
        var share = Divisions.ShareAtLeast(X, Y, (x, y) => EnergyDistance.Measure(x, y).Statistic);

        Assert.Equal(result.Effect.Statistic, result.Statistic);
        Assert.Equal(result.Permutation!.PValue, result.PValue);
        Assert.InRange(
            result.PValue - share,
            -5 * result.Permutation.StandardError,
            5 * result.Permutation.StandardError
        );
    }

    [Fact]
    public void Test_AllValuesEqual_IsNothing() => Assert.Equal(1, EnergyDistanceTest.Test([3.0, 3], [3.0]).PValue);

    [Fact]
    public void Test_DisjointSamples_HasTheLeastPValue()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => (double)i)],
            y = [.. x.Select(value => value + 100)];

        Assert.Equal(0.001, EnergyDistanceTest.Test(x, y).PValue);
        Assert.Equal(0.001, EnergyDistanceTest.TestSorted(y, y.Select(value => value + 100).ToArray()).PValue);
    }

    [Fact]
    public void Test_EmptyOrInfinite_HasAStatus()
    {
        var empty = EnergyDistanceTest.Test([1.0], []);

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (empty.Status, empty.Statistic, empty.PValue));
        Assert.Null(empty.Permutation);
        Assert.Equal(ResultStatus.Infinite, EnergyDistanceTest.Test([1.0], [double.PositiveInfinity]).Status);
    }

    [Fact]
    public void Test_ShiftScaleAndThreads_DoNotMatter()
    {
        var expected = EnergyDistanceTest.Test(X, Y, context: new() { MaxDegreeOfParallelism = 1 });
        var moved = EnergyDistanceTest.Test(
            [.. X.Select(value => (1024 * value) - 4096)],
            [.. Y.Select(value => (1024 * value) - 4096)],
            context: new() { MaxDegreeOfParallelism = 3 }
        );

        Assert.Equal(expected.Permutation, moved.Permutation);
        Relative.Equal(1024 * expected.Statistic, moved.Statistic, 1e-14);
    }

    [Fact]
    public void Test_EqualDistributions_IsRejectedAtTheLevel() =>
        Divisions.IsRejectedAtTheLevel(
            random => Math.Floor(6 * random.NextUniform()),
            (x, y) => EnergyDistanceTest.Test(x, y, new PermutationOptions { Replicates = 99 }).PValue,
            least: 0.03
        );

    [Fact]
    public void Test_BadArguments_AreNamed() =>
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => EnergyDistanceTest.Test([1.0], [double.NaN])).ParamName
        );
}
