using FsCheck.Fluent;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.TwoSample.Categorical;

public sealed class TwoProportionsTests
{
    /// <summary>statsmodels 0.13.5, proportions_ztest (conformance case drift.two_proportion#157).</summary>
    [Fact]
    public void Test_Pooled_AgreesWithReference()
    {
        var result = TwoProportions.Test(193, 361, 162, 846);

        Relative.Equal(-11.979138464616426, result.Statistic, 1e-13);
        Relative.Equal(4.570486423641731e-33, result.PValue, 1e-11);
        var chiSquare = ChiSquareTest.Homogeneity([193, 361 - 193], [162, 846 - 162]);
        Relative.Equal(chiSquare.Statistic, result.Statistic * result.Statistic, 1e-13);
        var less = TwoProportions.Test(193, 361, 162, 846, new() { Alternative = TwoSampleAlternative.CurrentLess });
        Relative.Equal(result.PValue / 2, less.PValue, 1e-13);
    }

    /// <summary>statsmodels 0.13.5, confint_proportions_2indep with the current data first. Its score interval of the difference is not Miettinen and Nurminen's: those are from
    /// the likelihood maximised numerically (SciPy), and agree with the four digits in Newcombe (1998), table II.</summary>
    [Theory]
    [InlineData(48, 80, 56, 70, ProportionDifferenceMethod.Wald, 0.057504899149037114, 0.342495100850963, 1e-12)]
    [InlineData(
        48,
        80,
        56,
        70,
        ProportionDifferenceMethod.AgrestiCaffo,
        0.052452926638053676,
        0.33575845547576744,
        1e-12
    )]
    [InlineData(48, 80, 56, 70, ProportionDifferenceMethod.Newcombe, 0.05243147240236498, 0.33387265403690614, 1e-12)]
    [InlineData(
        48,
        80,
        56,
        70,
        ProportionDifferenceMethod.MiettinenNurminen,
        0.0528297132458447,
        0.3381729400158684,
        1e-13
    )]
    [InlineData(
        200,
        1000,
        230,
        1100,
        ProportionDifferenceMethod.MiettinenNurminen,
        -0.02558235703773212,
        0.04356109499191435,
        1e-13
    )]
    [InlineData(
        3,
        10,
        9,
        10,
        ProportionDifferenceMethod.MiettinenNurminen,
        0.17002501642439882,
        0.8406495439433284,
        1e-13
    )]
    [InlineData(3, 10, 0, 10, ProportionDifferenceMethod.Newcombe, -0.6032218525388546, 0.03759243457905065, 1e-12)]
    [InlineData(5, 5, 0, 7, ProportionDifferenceMethod.Newcombe, -1.0, -0.4393529903596999, 1e-12)]
    public void DifferenceInterval_ReferenceValues_Agree(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials,
        ProportionDifferenceMethod method,
        double lower,
        double upper,
        double tolerance
    )
    {
        var interval = ProportionDifferenceInterval.Of(
            referenceSuccesses,
            referenceTrials,
            currentSuccesses,
            currentTrials,
            0.95,
            method
        );

        Assert.Equal(lower, interval.Lower, tolerance);
        Assert.Equal(upper, interval.Upper, tolerance);
    }

    /// <summary>statsmodels 0.13.5, confint_proportions_2indep(correction=False).</summary>
    [Fact]
    public void RatioAndOddsIntervals_ReferenceValues_Agree()
    {
        Near(
            1.0766264227631928,
            1.6512485112663873,
            ProportionRatioInterval.Of(48, 80, 56, 70, 0.95, ProportionRatioMethod.KatzLog)
        );
        Near(1.0798215063618604, 1.6708055780191224, ProportionRatioInterval.Of(48, 80, 56, 70));
        Near(0.8831984362288647, 1.2380717698205574, ProportionRatioInterval.Of(200, 1000, 230, 1100));
        Near(0, 1.082259794704906, ProportionRatioInterval.Of(3, 10, 0, 10));
        Near(1.2762178705364342, 5.572019696074382, OddsRatioInterval.Of(48, 80, 56, 70, 0.95, OddsRatioMethod.Woolf));
        Near(1.2846591246151438, 5.5270031269259645, OddsRatioInterval.Of(48, 80, 56, 70));

        static void Near(double lower, double upper, ConfidenceInterval interval)
        {
            Assert.Equal(lower, interval.Lower, 1e-6);
            Assert.Equal(upper, interval.Upper, 1e-6);
        }
    }

    /// <summary>The likelihood maximised numerically (SciPy's brentq on its derivative).</summary>
    [Fact]
    public void Margins_ReferenceValues_Agree()
    {
        var result = ProportionMarginTest.Evaluate(48, 80, 56, 70, -0.1, 0.1);
        Relative.Equal(3.921070124405141, result.LowerStatistic, 1e-12);
        Relative.Equal(4.407830089330177e-05, result.LowerPValue, 1e-11);
        Relative.Equal(1.343238743219786, result.UpperStatistic, 1e-12);
        Relative.Equal(0.9104026599253501, result.UpperPValue, 1e-12);
        Assert.Equal(result.UpperPValue, result.EquivalencePValue);

        var same = ProportionMarginTest.Evaluate(200, 1000, 230, 1100, -0.1, 0.1);
        Relative.Equal(5.88801299450783e-10, same.LowerPValue, 1e-10);
        Relative.Equal(1.2123017028627698e-07, same.EquivalencePValue, 1e-10);
    }

    [Fact]
    public void Margins_AtTheEndsOfTheInterval_AreRejectedAtItsLevel()
    {
        var interval = ProportionDifferenceInterval.Of(12, 40, 21, 50, 0.9);
        var result = ProportionMarginTest.Evaluate(12, 40, 21, 50, interval.Lower, interval.Upper);

        Assert.Equal(0.05, result.LowerPValue, 1e-10);
        Assert.Equal(0.05, result.UpperPValue, 1e-10);
    }

    [Fact]
    public void Intervals_AnyCounts_HoldTheEstimateAndMirror() =>
        Law.Holds(
            Gen.Choose(1, 40)
                .Two()
                .SelectMany(n => Gen.Choose(0, n.Item1).SelectMany(x => Gen.Choose(0, n.Item2).Select(y => (n, x, y)))),
            input =>
            {
                var ((n, m), x, y) = input;
                var result = TwoProportions.Test(x, n, y, m);
                var mirrored = TwoProportions.Test(y, m, x, n);
                Assert.True(result.DifferenceInterval.Lower <= result.Difference + 1e-12);
                Assert.True(result.DifferenceInterval.Upper >= result.Difference - 1e-12);
                Assert.Equal(result.DifferenceInterval.Lower, -mirrored.DifferenceInterval.Upper, 1e-9);
                Assert.True(double.IsNaN(result.Ratio) || result.RatioInterval.Lower <= result.Ratio * (1 + 1e-9));
                Assert.True(double.IsNaN(result.Ratio) || result.RatioInterval.Upper >= result.Ratio * (1 - 1e-9));
                if (result.RatioInterval.Lower > 0)
                {
                    Relative.Equal(1 / result.RatioInterval.Lower, mirrored.RatioInterval.Upper, 1e-7);
                }

                if (result.OddsRatioInterval.Lower > 0)
                {
                    Relative.Equal(1 / result.OddsRatioInterval.Lower, mirrored.OddsRatioInterval.Upper, 1e-7);
                }

                Assert.Equal(result.Status != ResultStatus.Ok, double.IsNaN(result.PValue));
            }
        );

    [Fact]
    public void MiettinenNurminen_SmallSamples_CoverNearlyAlways()
    {
        // Exact coverage at p = 0.1 against 0.3, 20 rows a side, by summing over all outcomes.
        double[] p = Binomial(20, 0.1),
            q = Binomial(20, 0.3);
        double covered = 0;
        for (var x = 0; x <= 20; x++)
        {
            for (var y = 0; y <= 20; y++)
            {
                covered += ProportionDifferenceInterval.Of(x, 20, y, 20).Contains(0.2) ? p[x] * q[y] : 0;
            }
        }

        Assert.InRange(covered, 0.94, 0.98);

        static double[] Binomial(int n, double share)
        {
            var density = new double[n + 1];
            density[0] = Math.Pow(1 - share, n);
            for (var i = 0; i < n; i++)
            {
                density[i + 1] = density[i] * (n - i) / (i + 1) * share / (1 - share);
            }

            return density;
        }
    }

    [Fact]
    public void Test_NothingToCompare_HasAStatus()
    {
        var empty = TwoProportions.Test(0, 0, 3, 5);
        Assert.Equal((ResultStatus.Empty, double.NaN), (empty.Status, empty.PValue));
        Assert.Equal((-1.0, 1.0), (empty.DifferenceInterval.Lower, empty.DifferenceInterval.Upper));
        var constant = TwoProportions.Test(0, 10, 0, 12);
        Assert.Equal((ResultStatus.Constant, double.NaN, 0.0), (constant.Status, constant.PValue, constant.Difference));
        Assert.Equal(ResultStatus.Empty, ProportionMarginTest.Evaluate(0, 0, 1, 2, -0.1, 0.1).Status);
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        Assert.Equal(
            "currentSuccesses",
            Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportions.Test(1, 2, 4, 3)).ParamName
        );
        Assert.Equal(
            "referenceTrials",
            Assert.Throws<ArgumentOutOfRangeException>(() => TwoProportions.Test(1, -2, 2, 3)).ParamName
        );
        Assert.Equal(
            "upperMargin",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => ProportionMarginTest.Evaluate(1, 2, 2, 3, 0.1, 0.1))
                .ParamName
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportionsOptions { ConfidenceLevel = 1 });
    }
}
