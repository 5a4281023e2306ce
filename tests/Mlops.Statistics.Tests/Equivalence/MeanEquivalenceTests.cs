using Mlops.Statistics.Distributions;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.Equivalence;

public sealed class MeanEquivalenceTests
{
    private static readonly double[] Reference = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8];
    private static readonly double[] Current = [4.0, 5.1, 6.2, 3.9, 7.7, 1.0];

    /// <summary>statsmodels 0.13.5, ttost_ind(current, reference, -1, 3.5).</summary>
    [Theory]
    [InlineData(TTestVariances.Unequal, 0.03160159364842717, 0.035782484315301885)]
    [InlineData(TTestVariances.Equal, 0.022268764682478334, 0.02582870616515813)]
    public void Test_RawScale_AgreesWithReference(TTestVariances variances, double lower, double upper)
    {
        var result = MeanEquivalence.Test(Reference, Current, new(-1, 3.5) { Variances = variances });

        Relative.Equal(lower, result.LowerPValue, 1e-11);
        Relative.Equal(upper, result.UpperPValue, 1e-11);
        Assert.Equal(Math.Max(result.LowerPValue, result.UpperPValue), result.PValue);
        Assert.True(result.IsEquivalent);
        Assert.Equal(0.9, result.Interval.Level, 1e-15);
    }

    /// <summary>scipy.stats.nct (SciPy 1.10.1) at -0.5 and 1.5 standard deviations.</summary>
    [Fact]
    public void Test_StandardizedScale_AgreesWithReference()
    {
        var result = MeanEquivalence.Test(
            Reference,
            Current,
            new(-0.5, 1.5) { Scale = MeanEquivalenceScale.Standardized }
        );

        Relative.Equal(0.018918092513673157, result.LowerPValue, 1e-9);
        Relative.Equal(0.08133520725260114, result.UpperPValue, 1e-9);
        Assert.False(result.IsEquivalent);
        Relative.Equal(0.7111838298983886, result.Difference, 1e-13);
    }

    [Fact]
    public void Test_Interval_DecidesAsThePValue()
    {
        var random = new Xoshiro256(5);
        for (var i = 0; i < 60; i++)
        {
            double[] x = [.. Enumerable.Range(0, 25).Select(_ => random.StandardNormal())],
                y = [.. Enumerable.Range(0, 30).Select(_ => random.StandardNormal() + 0.2)];
            foreach (var scale in Enum.GetValues<MeanEquivalenceScale>())
            {
                var result = MeanEquivalence.Test(x, y, new(-0.7, 0.6) { Scale = scale });
                Assert.Equal(result.Interval.Lower >= -0.7 && result.Interval.Upper <= 0.6, result.IsEquivalent);
            }
        }
    }

    [Fact]
    public void Test_DifferenceAtTheBound_IsCalledEquivalentAtTheLevel()
    {
        var random = new Xoshiro256(6);
        const int trials = 3_000;
        int raw = 0,
            standardized = 0;
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 30).Select(_ => random.StandardNormal())],
                y = [.. Enumerable.Range(0, 30).Select(_ => random.StandardNormal() + 0.8)];
            raw += MeanEquivalence.Test(x, y, new(-0.8, 0.8)).IsEquivalent ? 1 : 0;
            standardized += MeanEquivalence
                .Test(x, y, new(-0.8, 0.8) { Scale = MeanEquivalenceScale.Standardized })
                .IsEquivalent
                ? 1
                : 0;
        }

        Assert.InRange(raw / (double)trials, 0.035, 0.065);
        Assert.InRange(standardized / (double)trials, 0.035, 0.065);
    }

    [Fact]
    public void Test_NoAnswer_HasAStatusAndIsNotEquivalent()
    {
        foreach (var scale in Enum.GetValues<MeanEquivalenceScale>())
        {
            var result = MeanEquivalence.Test([1, 1], [1, 1], new(-1, 1) { Scale = scale });
            Assert.Equal((ResultStatus.Constant, false), (result.Status, result.IsEquivalent));
            Assert.Equal(double.NaN, result.PValue);
        }

        Assert.Equal(ResultStatus.Empty, MeanEquivalence.Test([], [1, 2], new(-1, 1)).Status);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanEquivalenceOptions(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanEquivalenceOptions(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanEquivalenceOptions(-1, 1) { SignificanceLevel = 0.6 });
    }

    [Fact]
    public void NonInferiority_OfMeans_IsHalfOfTheEquivalence()
    {
        var half = NonInferiority.TestMeans(Reference, Current, new(1) { SignificanceLevel = 0.05 });
        var whole = MeanEquivalence.Test(Reference, Current, new(-1, 3.5));
        Assert.Equal(whole.LowerPValue, half.PValue);
        Assert.Equal(whole.Interval.Lower, half.LeastGain, 1e-12);
        Assert.True(half.IsNonInferior);

        var worse = NonInferiority.TestMeans(
            Reference,
            Current,
            new(3.5) { SignificanceLevel = 0.05, Direction = NonInferiorityDirection.LowerIsBetter }
        );
        Relative.Equal(whole.UpperPValue, worse.PValue, 1e-12);
        Assert.Equal(-half.Gain, worse.Gain);
        Assert.Equal(
            ResultStatus.TooFewRows,
            NonInferiority.TestMeans(MeanSummary.OfNumbers(1, 0, 1), MeanSummary.Of([1.0, 2]), new(1)).Status
        );
    }

    /// <summary>
    /// The constrained estimates by maximising the likelihood, and the limit, with scipy.optimize.brentq (SciPy 1.10.1). The score test of
    /// statsmodels 0.13.5 has other constrained estimates, of a lower likelihood.
    /// </summary>
    [Theory]
    [InlineData(85, 100, 80, 100, 0.1, 0.9271499525045573, -0.15705698569726428)]
    [InlineData(9, 18, 7, 20, 0.2, 0.31709193135294583, -0.4355546903884369)]
    public void NonInferiority_OfProportions_AgreesWithReference(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials,
        double margin,
        double statistic,
        double leastGain
    )
    {
        var result = NonInferiority.TestProportions(
            referenceSuccesses,
            referenceTrials,
            currentSuccesses,
            currentTrials,
            new(margin)
        );

        Relative.Equal(statistic, result.Statistic, 1e-9);
        Relative.Equal(Normal.Survival(statistic), result.PValue, 1e-9);
        Assert.Equal(leastGain, result.LeastGain, 1e-9);
    }

    [Fact]
    public void NonInferiority_OfProportions_LowerIsBetterTurnsTheSides()
    {
        // As above, with the sides exchanged.
        var result = NonInferiority.TestProportions(
            85,
            100,
            80,
            100,
            new(0.1) { Direction = NonInferiorityDirection.LowerIsBetter }
        );
        Relative.Equal(2.724134200962658, result.Statistic, 1e-9);
        Assert.True(result.IsNonInferior);
        Assert.Equal(ResultStatus.Empty, NonInferiority.TestProportions(0, 0, 1, 2, new(0.1)).Status);
        var none = NonInferiority.TestProportions(0, 50, 0, 50, new(0.1));
        Assert.True(none.PValue is > 0 and < 0.05);
        Assert.Equal(1, NonInferiority.TestProportions(20, 20, 0, 20, new(0.01)).PValue, 1e-6);
        Assert.Throws<ArgumentOutOfRangeException>(() => NonInferiority.TestProportions(3, 2, 1, 2, new(0.1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => NonInferiority.TestProportions(1, 2, 1, 2, new(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NonInferiorityOptions(0));
    }
}
