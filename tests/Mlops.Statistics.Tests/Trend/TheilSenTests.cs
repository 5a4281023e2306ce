using FsCheck.Fluent;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.Trend;

namespace Mlops.Statistics.Tests.Trend;

public sealed class TheilSenTests
{
    /// <summary>SciPy 1.10.1, stats.theilslopes(x, alpha=level).</summary>
    [Theory]
    [InlineData(0.95, 0.225, 1.1)]
    [InlineData(0.90, 0.24, 1.0)]
    public void Fit_EqualDistances_AgreesWithReference(double level, double lower, double upper)
    {
        var line = TheilSen.Fit([3.1, 2.2, 4.7, 5.0, 4.1, 6.2, 7.7, 5.9], level);

        Relative.Equal(0.6183333333333334, line.Slope, 1e-14);
        Relative.Equal(2.6858333333333326, line.Intercept, 1e-14);
        Relative.Equal(lower, line.Interval.Lower, 1e-13);
        Relative.Equal(upper, line.Interval.Upper, 1e-13);
        Assert.Equal(ResultStatus.Ok, line.Status);
    }

    /// <summary>SciPy 1.10.1, stats.theilslopes with ties in values and in times.</summary>
    [Fact]
    public void Fit_Ties_AgreesWithReference()
    {
        var values = TheilSen.Fit([1, 2, 2, 3, 1, 4, 4, 5, 3, 6], 0.9);
        var times = TheilSen.Fit([0, 1, 1, 2, 3, 5, 8], [1, 3, 2, 5, 4, 9, 12]);

        Assert.Equal(
            (0.5, 0.75, 0.25, 0.6),
            (values.Slope, values.Intercept, values.Interval.Lower, values.Interval.Upper)
        );
        Relative.Equal(1.4017857142857144, times.Slope, 1e-14);
        Relative.Equal(1.1964285714285712, times.Intercept, 1e-14);
        Assert.Equal((1.0, 2.0), (times.Interval.Lower, times.Interval.Upper));
    }

    [Fact]
    public void Fit_Laws_Hold() =>
        Law.Holds(
            Gen.Choose(-50, 50).Select(i => i / 4.0).ArrayOf().Where(series => series.Length >= 2),
            series =>
            {
                var line = TheilSen.Fit(series);
                var moved = TheilSen.Fit([.. series.Select((y, i) => (2 * y) + (3 * i) + 1)]);
                var turned = TheilSen.Fit([.. series.Reverse()]);

                Assert.Equal((2 * line.Slope) + 3, moved.Slope, 1e-9);
                Assert.Equal(-line.Slope, turned.Slope, 1e-12);
                Assert.True(line.Interval.Contains(line.Slope));
            }
        );

    [Fact]
    public void Fit_OneWildPoint_HardlyMovesTheLine()
    {
        double[] series = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
        series[7] = 1e12;

        Assert.Equal(1, TheilSen.Fit(series).Slope, 1e-9);
    }

    [Fact]
    public void Fit_NothingToTell_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, TheilSen.Fit([]).Status);
        Assert.Equal(ResultStatus.TooFewRows, TheilSen.Fit([1]).Status);
        Assert.Equal(ResultStatus.Undefined, TheilSen.Fit([2, 2], [1, 5]).Status);
        Assert.Equal(ResultStatus.Infinite, TheilSen.Fit([1, double.PositiveInfinity]).Status);
        Assert.Equal(double.NaN, TheilSen.Fit([1]).Slope);
        Assert.Equal(0, TheilSen.Fit([4, 4, 4]).Slope);
    }

    [Fact]
    public void Fit_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>(() => TheilSen.Fit([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => TheilSen.Fit([1, 2, 3], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TheilSen.Fit([1, 2], 1.0));
    }
}
