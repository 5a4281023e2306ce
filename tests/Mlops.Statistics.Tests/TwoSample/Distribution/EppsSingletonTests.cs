using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class EppsSingletonTests
{
    /// <summary>SciPy 1.10.1, stats.epps_singleton_2samp.</summary>
    [Theory]
    [InlineData(12, 9, 1.5215393379302777, 0.8228193176020357)]
    [InlineData(30, 26, 2.018267875361664, 0.7323987409631181)]
    [InlineData(24, 30, 2.4297236362727808, 0.6572624972006567)]
    public void Test_ReferenceValues_Agree(int n, int m, double statistic, double pValue)
    {
        var result = EppsSingleton.Test(Grid(n, 1, 0), Grid(m, 2, 0.7));

        Relative.Equal(statistic, result.Statistic, 1e-11);
        Relative.Equal(pValue, result.PValue, 1e-11);
        Assert.Equal((ResultStatus.Ok, 4), (result.Status, result.DegreesOfFreedom));
        Assert.Equal((n, m), (result.ReferenceCount, result.CurrentCount));
    }

    /// <summary>SciPy 1.10.1, stats.epps_singleton_2samp with t = (0.2, 0.5, 1.1); the first covariance, of 6 functions and 21 rows, is near to singular and gives 8 digits.</summary>
    [Theory]
    [InlineData(12, 9, 2.08706146, 0.91151985)]
    [InlineData(30, 26, 3.3551054271337364, 0.7631367234604625)]
    [InlineData(24, 30, 5.331867125615631, 0.50200605706469)]
    public void Test_OwnPoints_Agree(int n, int m, double statistic, double pValue)
    {
        var result = EppsSingleton.Test(Grid(n, 1, 0), Grid(m, 2, 0.7), new() { Points = [0.2, 0.5, 1.1] });

        Relative.Equal(statistic, result.Statistic, 1e-8);
        Relative.Equal(pValue, result.PValue, 1e-8);
        Assert.Equal(6, result.DegreesOfFreedom);
    }

    /// <summary>SciPy 1.10.1; three distinct values leave two degrees of freedom, two leave one.</summary>
    [Fact]
    public void Test_FewDistinctValues_HaveFewerDegreesOfFreedom()
    {
        double[] x = [.. Enumerable.Repeat<double[]>([0, 1, 2], 8).SelectMany(part => part), 0, 0, 1],
            y = [.. Enumerable.Repeat<double[]>([0, 1, 2], 6).SelectMany(part => part), 2, 2, 2];
        var three = EppsSingleton.Test(x, y);
        var two = EppsSingleton.Test([0.0, 0, 0, 0, 1, 1, 1, 1, 1], [0.0, 1, 1, 1, 0, 1, 1, 0, 1, 1]);

        Relative.Equal(0.9246884715816996, three.Statistic, 1e-10);
        Relative.Equal(0.6298055010274681, three.PValue, 1e-10);
        Assert.Equal(2, three.DegreesOfFreedom);
        Relative.Equal(0.2521507610934144, two.Statistic, 1e-10);
        Relative.Equal(0.615564715523069, two.PValue, 1e-10);
        Assert.Equal((1, 0.5), (two.DegreesOfFreedom, two.Scale));
    }

    [Fact]
    public void Test_DataThatCannotAnswer_HasAStatus()
    {
        double[] five = [1, 2, 3, 4, 5],
            same = [7, 7, 7, 7, 7, 7];
        var result = EppsSingleton.Test(same, [7, 7, 7, 7, 7, 8]);

        Assert.Equal((ResultStatus.Undefined, 0.0), (result.Status, result.Scale));
        Assert.Equal((double.NaN, double.NaN, 0), (result.Statistic, result.PValue, result.DegreesOfFreedom));
        Assert.Equal(ResultStatus.Empty, EppsSingleton.Test([], five).Status);
        Assert.Equal(ResultStatus.TooFewRows, EppsSingleton.Test(five, five.AsSpan(1)).Status);
        Assert.Equal(ResultStatus.Infinite, EppsSingleton.Test(five, [1, 2, 3, 4, double.PositiveInfinity]).Status);
        Assert.Equal(ResultStatus.Constant, EppsSingleton.Test(same, same).Status);
        Assert.Equal(
            ResultStatus.Undefined,
            EppsSingleton.Test(five, new double[30]).Status
        );
        Assert.Equal(
            ResultStatus.Undefined,
            EppsSingleton.Test([0, 1e-310, 0, 1e-310, 1e300], [0, 1e-310, 0, 1e-310, 0, 1e-310]).Status
        );
    }

    [Fact]
    public void Test_SwappedShiftedAndScaled_IsTheSame()
    {
        double[] x = Grid(60, 1, 0),
            y = Grid(45, 3, 1);
        var expected = EppsSingleton.Test(x, y);
        var swapped = EppsSingleton.Test(y, x);
        var moved = EppsSingleton.Test(
            [.. x.Select(value => (-8 * value) + 16)],
            [.. y.Select(value => (-8 * value) + 16)]
        );

        Relative.Equal(expected.Statistic, swapped.Statistic, 1e-11);
        Relative.Equal(expected.Statistic, moved.Statistic, 1e-10);
        Assert.Equal(0, EppsSingleton.Test(x, x).Statistic, 1e-20);
        Assert.Equal(1, EppsSingleton.Test(x, x).PValue);
    }

    [Fact]
    public void Test_ManyRows_AgreesWithTwoPassesAndDependsOnNoThreads()
    {
        var random = new Xoshiro256(3);
        double[] x = [.. Enumerable.Range(0, 150_000).Select(_ => random.NextUniform())],
            y = [.. Enumerable.Range(0, 70_001).Select(_ => random.NextUniform() * 1.01)];
        var one = EppsSingleton.Test(x, y, context: new() { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, EppsSingleton.Test(x, y, context: new() { MaxDegreeOfParallelism = 7 }));

        // One point: two functions, whose 2 x 2 covariance is inverted by hand.
        var single = EppsSingleton.Test(x, y, new() { Points = [0.4] });
        double[][] gx = Functions(x, 0.4 / single.Scale),
            gy = Functions(y, 0.4 / single.Scale);
        double n = x.Length,
            m = y.Length,
            a = ((n + m) / n * Covariance(gx[0], gx[0])) + ((n + m) / m * Covariance(gy[0], gy[0])),
            b = ((n + m) / n * Covariance(gx[0], gx[1])) + ((n + m) / m * Covariance(gy[0], gy[1])),
            c = ((n + m) / n * Covariance(gx[1], gx[1])) + ((n + m) / m * Covariance(gy[1], gy[1])),
            u = gx[0].Average() - gy[0].Average(),
            v = gx[1].Average() - gy[1].Average();
        var expected = (n + m) * ((c * u * u) - (2 * b * u * v) + (a * v * v)) / ((a * c) - (b * b));
        Relative.Equal(expected, single.Statistic, 1e-9);
    }

    [Fact]
    public void Test_EqualDistributions_IsRejectedNearTheLevel() =>
        Divisions.IsRejectedAtTheLevel(
            random => Math.Floor(12 * random.NextUniform()) + Math.Floor(12 * random.NextUniform()),
            (x, y) => EppsSingleton.Test(x, y).PValue,
            least: 0.03,
            n: 100,
            m: 80
        );

    [Fact]
    public void Options_ArePointsAndChecked()
    {
        Assert.Equal(new EppsSingletonOptions(), new EppsSingletonOptions { Points = [0.4, 0.8] });
        Assert.Equal(
            new EppsSingletonOptions { Points = [1] }.GetHashCode(),
            new EppsSingletonOptions { Points = [1] }.GetHashCode()
        );
        Assert.NotEqual(new EppsSingletonOptions(), new EppsSingletonOptions { Points = [0.8, 0.4] });
        Assert.Equal(
            "Points",
            Assert.Throws<ArgumentException>(() => new EppsSingletonOptions { Points = [] }).ParamName
        );
        Assert.Equal(
            "Points",
            Assert.Throws<ArgumentOutOfRangeException>(() => new EppsSingletonOptions { Points = [0.4, 0] }).ParamName
        );
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => EppsSingleton.Test([1.0], [double.NaN])).ParamName
        );
    }

    private static double[] Grid(int count, int step, double shift) =>
        [.. Enumerable.Range(0, count).Select(i => (((i * 37) + (step * 11)) % 101 / 10.0) + (i % 7 * 0.31) + shift)];

    private static double[][] Functions(double[] values, double t) =>
        [
            [.. values.Select(value => Math.Cos(t * value))],
            [.. values.Select(value => Math.Sin(t * value))],
        ];

    private static double Covariance(double[] a, double[] b)
    {
        double meanA = a.Average(),
            meanB = b.Average();
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Average();
    }
}
