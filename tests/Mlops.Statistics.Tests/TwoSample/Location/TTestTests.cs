using Mlops.Statistics.Moments;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.TwoSample.Location;

public sealed class TTestTests
{
    private static readonly double[] Reference = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8];
    private static readonly double[] Current = [4.0, 5.1, 6.2, 3.9, 7.7, 1.0];

    /// <summary>SciPy 1.10.1, scipy.stats.ttest_ind(reference, current), whose statistic has the other sign and whose sides are about the first sample.</summary>
    [Theory]
    [InlineData(TTestVariances.Unequal, TwoSampleAlternative.TwoSided, 1.2242647664442656, 0.2571828630876653)]
    [InlineData(TTestVariances.Unequal, TwoSampleAlternative.CurrentLess, 1.2242647664442656, 0.8714085684561673)]
    [InlineData(TTestVariances.Unequal, TwoSampleAlternative.CurrentGreater, 1.2242647664442656, 0.12859143154383265)]
    [InlineData(TTestVariances.Equal, TwoSampleAlternative.TwoSided, 1.278306044858269, 0.227455514597413)]
    [InlineData(TTestVariances.Equal, TwoSampleAlternative.CurrentLess, 1.278306044858269, 0.8862722427012936)]
    [InlineData(TTestVariances.Equal, TwoSampleAlternative.CurrentGreater, 1.278306044858269, 0.1137277572987065)]
    public void Test_ReferenceValues_Agree(
        TTestVariances variances,
        TwoSampleAlternative alternative,
        double statistic,
        double pValue
    )
    {
        var result = TTest.Test(Reference, Current, new() { Variances = variances, Alternative = alternative });

        Relative.Equal(statistic, result.Statistic, 1e-13);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal((7, 6), (result.Reference.Count, result.Current.Count));
    }

    /// <summary>statsmodels 0.13.5, CompareMeans(current, reference).tconfint_diff and ttest_ind.</summary>
    [Fact]
    public void Test_Interval_AgreesWithReference()
    {
        var welch = TTest.Test(Reference, Current);
        Relative.Equal(-1.161479845793818, welch.Interval.Lower, 1e-9);
        Relative.Equal(3.7471941315081025, welch.Interval.Upper, 1e-9);
        Relative.Equal(7.656758697645061, welch.DegreesOfFreedom, 1e-13);

        var student = TTest.Test(Reference, Current, new() { Variances = TTestVariances.Equal });
        Relative.Equal(-0.9331820728545455, student.Interval.Lower, 1e-9);
        Relative.Equal(3.51889635856883, student.Interval.Upper, 1e-9);

        var greater = TTest.Test(Reference, Current, new() { Alternative = TwoSampleAlternative.CurrentGreater });
        Relative.Equal(-0.6823499010568681, greater.Interval.Lower, 1e-9);
        Assert.Equal(double.PositiveInfinity, greater.Interval.Upper);
        Assert.Equal(
            double.NegativeInfinity,
            TTest.Test(Reference, Current, new() { Alternative = TwoSampleAlternative.CurrentLess }).Interval.Lower
        );
    }

    [Fact]
    public void Test_Moments_AnswerAsTheirValues()
    {
        MomentsAccumulator first = new MomentsDefinition().Create(),
            second = new MomentsDefinition().Create();
        first.Add(Reference);
        first.Add(double.NaN);
        second.Add(Current);

        Assert.Equal(TTest.Test(Reference, Current).PValue, TTest.Test(first.Value, second.Value).PValue);
        Assert.Equal(
            TTest.Test([1f, 2f, 4f], [2f, 3f, 7f]).PValue,
            TTest.Test([1.0, 2.0, 4.0], [2.0, 3.0, 7.0]).PValue
        );
        var published = TTest.Test(MeanSummary.OfNumbers(10, 4, 20), MeanSummary.OfNumbers(12, 9, 30));
        Relative.Equal(2 / Math.Sqrt(0.5), published.Statistic, 1e-15);
    }

    /// <summary>The formulas in NumPy.</summary>
    [Fact]
    public void OfWeighted_Weights_AreWorthKishsNumber()
    {
        var summary = MeanSummary.OfWeighted(Reference, [1, 2, 0.5, 3, 1, 0, 1]);
        Relative.Equal(3.9823529411764698, summary.Mean, 1e-15);
        Relative.Equal(4.446153846153846, summary.EffectiveCount, 1e-15);
        Relative.Equal(2.4000892857142855, summary.SampleVariance, 1e-14);
        Assert.Equal(6, summary.Count);

        var equal = MeanSummary.OfWeighted(Reference, [3, 3, 3, 3, 3, 3, 3]);
        var plain = MeanSummary.Of(Reference);
        Relative.Equal(plain.Mean, equal.Mean, 1e-15);
        Relative.Equal(plain.SampleVariance, equal.SampleVariance, 1e-14);
        Relative.Equal(7, equal.EffectiveCount, 1e-15);
        Assert.Equal(ResultStatus.Empty, MeanSummary.OfWeighted([1, 2], [0, 0]).Status);
        Assert.Equal(ResultStatus.Infinite, MeanSummary.OfWeighted([1, double.PositiveInfinity], [1, 1]).Status);
        Assert.Equal(ResultStatus.Ok, MeanSummary.OfWeighted([1, 2, double.PositiveInfinity], [1, 1, 0]).Status);
        Assert.Equal(0, MeanSummary.OfWeighted([0.1, 0.1, 0.1], [0.3, 0.7, 0.2]).SampleVariance);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => MeanSummary.OfWeighted([1], [-1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => MeanSummary.OfWeighted([1], [1, 2])).ParamName);
        Assert.Throws<ArgumentException>(() => MeanSummary.OfWeighted([double.NaN], [1]));
    }

    [Fact]
    public void Test_Swapped_HasTheOtherSign() =>
        Law.Holds(
            FsCheck.Fluent.Gen.Two(FsCheck.Fluent.Gen.NonEmptyListOf(Numbers.Finite)),
            pair =>
            {
                double[] x = [.. pair.Item1],
                    y = [.. pair.Item2];
                foreach (var variances in Enum.GetValues<TTestVariances>())
                {
                    var forward = TTest.Test(x, y, new() { Variances = variances });
                    var backward = TTest.Test(y, x, new() { Variances = variances });
                    Assert.Equal(forward.Status, backward.Status);
                    if (forward.Status != ResultStatus.Ok)
                    {
                        Assert.Equal((double.NaN, double.NaN), (forward.PValue, forward.Statistic));
                        continue;
                    }

                    Assert.InRange(forward.PValue, 0, 1);
                    Assert.Equal(forward.Statistic, -backward.Statistic);
                    Assert.Equal(forward.PValue, backward.PValue);
                    Assert.True(forward.Interval.Contains(forward.Difference));
                    var one = TTest.Test(
                        x,
                        y,
                        new() { Variances = variances, Alternative = TwoSampleAlternative.CurrentGreater }
                    );
                    var other = TTest.Test(
                        y,
                        x,
                        new() { Variances = variances, Alternative = TwoSampleAlternative.CurrentLess }
                    );
                    Assert.Equal(one.PValue, other.PValue);
                }
            }
        );

    [Fact]
    public void Test_NoAnswer_HasAStatus()
    {
        static ResultStatus Status(double[] x, double[] y, TTestVariances variances = TTestVariances.Unequal) =>
            TTest.Test(x, y, new() { Variances = variances }).Status;

        Assert.Equal(ResultStatus.Empty, Status([], [1, 2]));
        Assert.Equal(ResultStatus.TooFewRows, Status([1], [1, 2, 3]));
        Assert.Equal(ResultStatus.Ok, Status([1], [1, 2, 3], TTestVariances.Equal));
        Assert.Equal(ResultStatus.TooFewRows, Status([1], [2], TTestVariances.Equal));
        Assert.Equal(ResultStatus.Constant, Status([1, 1], [2, 2]));
        Assert.Equal(ResultStatus.Constant, Status([-0.0, 0.0], [0.0, 0.0]));
        Assert.Equal(ResultStatus.Ok, Status([1, 1], [2, 3]));
        Assert.Equal(ResultStatus.Infinite, Status([1, double.PositiveInfinity], [2, 3]));
        Assert.Equal(ResultStatus.Undefined, Status([-double.MaxValue, double.MaxValue], [2, 3]));
        Assert.Equal(1, TTest.Test([1.0, 1.0], [2.0, 2.0]).Difference);
        Assert.Equal("current", Assert.Throws<ArgumentException>(() => Status([1, 2], [1, double.NaN])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TTestOptions { ConfidenceLevel = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TTestOptions { Variances = (TTestVariances)7 });
    }

    [Fact]
    public void Test_UnequalVariancesAndCounts_WelchKeepsItsLevelAndCoverage()
    {
        var random = new Xoshiro256(7);
        const int trials = 4_000;
        int rejected = 0,
            rejectedByStudent = 0,
            covered = 0;
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 8).Select(_ => 3 * random.StandardNormal())],
                y = [.. Enumerable.Range(0, 30).Select(_ => random.StandardNormal())];
            var welch = TTest.Test(x, y);
            rejected += welch.PValue <= 0.05 ? 1 : 0;
            covered += welch.Interval.Contains(0) ? 1 : 0;
            rejectedByStudent +=
                TTest.Test(x, y, new() { Variances = TTestVariances.Equal }).PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(rejected / (double)trials, 0.037, 0.063);
        Assert.InRange(covered / (double)trials, 0.937, 0.963);
        Assert.True(rejectedByStudent > 2 * rejected);
    }
}
