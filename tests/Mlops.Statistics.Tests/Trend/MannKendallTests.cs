using FsCheck.Fluent;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.Trend;

namespace Mlops.Statistics.Tests.Trend;

public sealed class MannKendallTests
{
    private static readonly double[] Rising = [3.1, 2.2, 4.7, 5.0, 4.1, 6.2, 7.7, 5.9];
    private static readonly double[] Tied = [1, 2, 2, 3, 1, 4, 4, 5, 3, 6];

    /// <summary>SciPy 1.10.1, stats.kendalltau(range(8), x); its "asymptotic" has no continuity correction.</summary>
    [Theory]
    [InlineData(MannKendallMethod.Exact, TrendAlternative.TwoSided, 0.03115079365079365)]
    [InlineData(MannKendallMethod.Exact, TrendAlternative.Increasing, 0.015575396825396826)]
    [InlineData(MannKendallMethod.Exact, TrendAlternative.Decreasing, 0.9929315476190476)]
    [InlineData(MannKendallMethod.AsymptoticUncorrected, TrendAlternative.TwoSided, 0.02595245602237448)]
    [InlineData(MannKendallMethod.AsymptoticUncorrected, TrendAlternative.Increasing, 0.01297622801118724)]
    [InlineData(MannKendallMethod.AsymptoticUncorrected, TrendAlternative.Decreasing, 0.9870237719888127)]
    public void Test_WithoutTies_AgreesWithReference(
        MannKendallMethod method,
        TrendAlternative alternative,
        double pValue
    )
    {
        var result = MannKendall.Test(Rising, new() { Method = method, Alternative = alternative });

        Relative.Equal(0.6428571428571428, result.Tau, 1e-14);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.Equal(18, result.Statistic);
        Assert.Equal(method, result.Method);
    }

    /// <summary>SciPy 1.10.1, stats.kendalltau(range(10), x, method="asymptotic").</summary>
    [Theory]
    [InlineData(TrendAlternative.TwoSided, 0.008379987441013662)]
    [InlineData(TrendAlternative.Increasing, 0.004189993720506831)]
    [InlineData(TrendAlternative.Decreasing, 0.9958100062794931)]
    public void Test_WithTies_AgreesWithReference(TrendAlternative alternative, double pValue)
    {
        var result = MannKendall.Test(
            Tied,
            new() { Method = MannKendallMethod.AsymptoticUncorrected, Alternative = alternative }
        );

        Relative.Equal(0.6751492859105922, result.Tau, 1e-14);
        Relative.Equal(pValue, result.PValue, 1e-11);
    }

    /// <summary>SciPy 1.10.1, stats.kendalltau(method="exact") of 20 values.</summary>
    [Fact]
    public void Test_TwentyValues_ExactPValueAgreesWithReference()
    {
        double[] series = [5, 3, 8, 9, 12, 11, 15, 14, 18, 17, 21, 22, 20, 25, 24, 28, 27, 30, 29, 33];

        Relative.Equal(4.956818630372238e-12, MannKendall.Test(series).PValue, 1e-12);
    }

    /// <summary>Every order of values with ties is tried (7! of them).</summary>
    [Fact]
    public void Test_TiesInAllOrders_ExactPValueIsTheirShare()
    {
        double[] series = [1, 2, 2, 3, 1, 4, 4];

        Assert.Equal(12, MannKendall.Test(series).Statistic);
        Relative.Equal(0.08571428571428572, MannKendall.Test(series).PValue, 1e-13);
        Relative.Equal(
            0.04285714285714286,
            MannKendall.Test(series, new() { Alternative = TrendAlternative.Increasing }).PValue,
            1e-13
        );
        Relative.Equal(
            0.9809523809523809,
            MannKendall.Test(series, new() { Alternative = TrendAlternative.Decreasing }).PValue,
            1e-13
        );
    }

    [Fact]
    public void Test_ThirtyFourValues_ExactIsNearTheNormal()
    {
        double[] series = [.. Enumerable.Range(0, 34).Select(i => (double)(i * 13 % 34 / 2))];

        var exact = MannKendall.Test(series, new() { Method = MannKendallMethod.Exact });
        var normal = MannKendall.Test(series, new() { Method = MannKendallMethod.Asymptotic });

        Assert.Equal(MannKendallMethod.Exact, exact.Method);
        Assert.Equal(normal.PValue, exact.PValue, 0.01);
    }

    [Fact]
    public void Test_BeyondWhatCanBeCounted_SaysSo()
    {
        double[] series = [.. Enumerable.Range(0, 35).Select(i => (double)i)];

        Assert.Equal(
            MannKendallMethod.Asymptotic,
            MannKendall.Test(series, new() { Method = MannKendallMethod.Exact }).Method
        );
        // S = 595, V = 35 · 34 · 75 / 18; the tail at (S - 1) / √V by SciPy 1.10.1, 2 * norm.sf.
        Relative.Equal(3.2936529590803527e-17, MannKendall.Test(series).PValue, 1e-10);
    }

    [Fact]
    public void Test_Laws_Hold() =>
        Law.Holds(
            Gen.Choose(0, 6).Select(i => (double)i).ArrayOf(),
            series =>
            {
                var result = MannKendall.Test(series);
                var back = MannKendall.Test([.. series.Reverse()]);
                var grown = MannKendall.Test([.. series.Select(x => Math.Exp(x))]);
                var naive = 0;
                for (var i = 0; i < series.Length; i++)
                {
                    for (var j = i + 1; j < series.Length; j++)
                    {
                        naive += Math.Sign(series[j] - series[i]);
                    }
                }

                Assert.Equal(naive, result.Statistic);
                Assert.Equal(-result.Statistic, back.Statistic);
                Assert.Equal(result.PValue, back.PValue, 1e-12);
                Assert.Equal(result.PValue, grown.PValue);
                if (result.Status == ResultStatus.Ok)
                {
                    Assert.InRange(result.PValue, 0, 1);
                    Assert.InRange(result.Tau, -1, 1);
                }
            }
        );

    [Fact]
    public void Test_NothingToTell_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, MannKendall.Test([]).Status);
        Assert.Equal(ResultStatus.TooFewRows, MannKendall.Test([1]).Status);
        Assert.Equal(ResultStatus.Constant, MannKendall.Test([2, 2, 2]).Status);
        Assert.Equal(double.NaN, MannKendall.Test([2, 2, 2]).PValue);
        Assert.Equal(ResultStatus.Constant, MannKendall.Test([0.0, -0.0]).Status);
        Assert.Equal(1, MannKendall.Test([double.NegativeInfinity, double.PositiveInfinity]).Statistic);
    }

    [Fact]
    public void Test_NaN_IsRefusedWithItsPosition()
    {
        var error = Assert.Throws<ArgumentException>(() => MannKendall.Test([1, double.NaN]));

        Assert.Contains("position 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    public void Test_NoTrend_IsRejectedAsOftenAsStated(int n)
    {
        const int repeats = 2000;
        var random = new Philox(7, (ulong)n);
        var rejected = 0;
        for (var r = 0; r < repeats; r++)
        {
            double[] series = [.. Enumerable.Range(0, n).Select(_ => Math.Floor(10 * random.NextDouble()))];
            rejected += MannKendall.Test(series).PValue <= 0.05 ? 1 : 0;
        }

        // Four standard errors of 5% over 2,000 repeats; discrete p-values stay below.
        Assert.InRange(rejected / (double)repeats, 0.02, 0.0695);
    }
}
