using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.TwoSample.Spread;

public sealed class LeveneTests
{
    private static readonly double[] Reference = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8];
    private static readonly double[] Current = [4.0, 5.1, 6.2, 3.9, 7.7, 1.0];
    private static readonly double[] Third = [1, 1, 2, 9, 8, -3.5, 12];

    /// <summary>SciPy 1.10.1, scipy.stats.levene.</summary>
    [Theory]
    [InlineData(LeveneCenter.Median, 1.475035075947051, 0.24998167903689827)]
    [InlineData(LeveneCenter.Mean, 1.4638653671602204, 0.2516752056308245)]
    public void Test_TwoSamples_AgreeWithReference(LeveneCenter center, double statistic, double pValue)
    {
        var result = Levene.Test(Reference, Current, new() { Center = center });

        Relative.Equal(statistic, result.Statistic, 1e-13);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.Equal((1, 11), (result.NumeratorDegreesOfFreedom, result.DenominatorDegreesOfFreedom));
        Assert.True(result.MeanDeviations[1] > result.MeanDeviations[0]);
    }

    /// <summary>SciPy 1.10.1, scipy.stats.levene; trimmed: stats.f_oneway of the absolute deviations from stats.trim_mean(x, 0.2).</summary>
    [Theory]
    [InlineData(LeveneCenter.Median, 3.896433486910175, 0.04046117168276411)]
    [InlineData(LeveneCenter.Mean, 10.630409060912095, 0.00101252251214509)]
    [InlineData(LeveneCenter.TrimmedMean, 10.504220976842888, 0.0010711129239421185)]
    public void Test_ThreeSamples_AgreeWithReference(LeveneCenter center, double statistic, double pValue)
    {
        var result = Levene.TestSamples([Reference, Current, Third], new() { Center = center, TrimmedShare = 0.2 });

        Relative.Equal(statistic, result.Statistic, 1e-13);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.Equal(3, result.MeanDeviations.Count);
    }

    [Fact]
    public void Test_ShiftScaleAndOrder_ChangeNothing()
    {
        foreach (var center in Enum.GetValues<LeveneCenter>())
        {
            LeveneOptions options = new() { Center = center };
            var plain = Levene.Test(Reference, Current, options);
            double[] moved = [.. Current.Reverse().Select(x => (-4 * x) + 1024)],
                scaled = [.. Reference.Select(x => (4 * x) - 16)];
            Relative.Equal(plain.Statistic, Levene.Test(scaled, moved, options).Statistic, 1e-11);
            Relative.Equal(plain.Statistic, Levene.Test(Current, Reference, options).Statistic, 1e-13);
            Assert.Equal(0, Levene.Test(Current, Current, options).Statistic);
            Assert.Equal(1, Levene.Test(Current, Current, options).PValue);
        }
    }

    [Fact]
    public void Test_NoAnswer_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, Levene.Test([], [1, 2]).Status);
        Assert.Equal(ResultStatus.TooFewRows, Levene.Test([1], [2]).Status);
        Assert.Equal(ResultStatus.Constant, Levene.Test([1, 1, 1], [2, 2]).Status);
        Assert.Equal(ResultStatus.Infinite, Levene.Test([1, 2, double.NegativeInfinity], [1, 2, 3]).Status);
        Assert.Equal(
            ResultStatus.Infinite,
            Levene.Test([1, 2, double.NegativeInfinity], [1, 2, 3], new() { Center = LeveneCenter.Mean }).Status
        );
        Assert.Equal(double.NaN, Levene.Test([1, 1, 1], [2, 2]).PValue);
        Assert.Throws<ArgumentException>(() => Levene.TestSamples([Reference]));
        Assert.Contains(
            "samples[1]",
            Assert
                .Throws<ArgumentException>(() => Levene.TestSamples([Reference, new double[] { double.NaN }]))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeveneOptions { TrimmedShare = 0.5 });
    }

    [Fact]
    public void Test_SkewedPopulations_MedianKeepsItsLevel()
    {
        var random = new Xoshiro256(11);
        const int trials = 2_000;
        var rejected = 0;
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 40).Select(_ => Math.Exp(random.StandardNormal() / 2))],
                y = [.. Enumerable.Range(0, 60).Select(_ => Math.Exp(random.StandardNormal() / 2) + 3)];
            rejected += Levene.Test(x, y).PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(rejected / (double)trials, 0.03, 0.065);
    }
}
