using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class BaumgartnerWeissSchindlerTests
{
    private static readonly double[] X = [1, 2, 3, 4, 6, 7, 8];
    private static readonly double[] Y = [5, 9, 10, 11, 12, 13, 14];
    private static readonly double[] TiedX = [1, 2, 2, 3, 5];
    private static readonly double[] TiedY = [2, 3, 4, 4, 9, 9];

    /// <summary>The example of SciPy's documentation of bws_test (two-sided 5.132, 0.0029), and every division tried in NumPy, with and without Murakami's moments.</summary>
    [Theory]
    [InlineData(
        TwoSampleAlternative.TwoSided,
        BaumgartnerWeissSchindlerMoments.Limiting,
        5.132167152575316,
        0.002913752913752914
    )]
    [InlineData(
        TwoSampleAlternative.CurrentGreater,
        BaumgartnerWeissSchindlerMoments.Limiting,
        5.132167152575316,
        0.001456876456876457
    )]
    [InlineData(
        TwoSampleAlternative.CurrentLess,
        BaumgartnerWeissSchindlerMoments.Limiting,
        5.132167152575316,
        0.9988344988344988
    )]
    [InlineData(
        TwoSampleAlternative.TwoSided,
        BaumgartnerWeissSchindlerMoments.Exact,
        5.54997084548105,
        0.0034965034965034965
    )]
    [InlineData(
        TwoSampleAlternative.CurrentGreater,
        BaumgartnerWeissSchindlerMoments.Exact,
        5.54997084548105,
        0.0017482517482517483
    )]
    [InlineData(
        TwoSampleAlternative.CurrentLess,
        BaumgartnerWeissSchindlerMoments.Exact,
        5.54997084548105,
        0.9988344988344988
    )]
    public void Test_ReferenceValues_Agree(
        TwoSampleAlternative alternative,
        BaumgartnerWeissSchindlerMoments moments,
        double statistic,
        double pValue
    )
    {
        var result = BaumgartnerWeissSchindler.Test(X, Y, new() { Alternative = alternative, Moments = moments });

        Relative.Equal(statistic, result.Statistic, 1e-14);
        Relative.Equal(pValue, result.PValue, 1e-14);
        Assert.Equal(BaumgartnerWeissSchindlerMethod.Exact, result.Method);
        Assert.False(result.HasTies);
        Assert.Equal((7, 7), (result.ReferenceCount, result.CurrentCount));
    }

    /// <summary>Every division of values with ties tried in NumPy 1.24.2, ranks by SciPy 1.10.1's rankdata.</summary>
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, 1.625565656565657, 0.18614718614718614)]
    [InlineData(TwoSampleAlternative.CurrentGreater, 1.588444444444445, 0.09090909090909091)]
    [InlineData(TwoSampleAlternative.CurrentLess, 1.588444444444445, 0.922077922077922)]
    public void Test_TiedSamples_AreConditionalOnTheTies(
        TwoSampleAlternative alternative,
        double statistic,
        double pValue
    )
    {
        var exact = BaumgartnerWeissSchindler.Test(TiedX, TiedY, new() { Alternative = alternative });
        var drawn = BaumgartnerWeissSchindler.Test(
            TiedX,
            TiedY,
            new()
            {
                Alternative = alternative,
                Method = BaumgartnerWeissSchindlerMethod.Permutation,
                Permutation = new() { Replicates = 20_000 },
            }
        );

        Relative.Equal(statistic, exact.Statistic, 1e-14);
        Relative.Equal(pValue, exact.PValue, 1e-14);
        Assert.True(exact.HasTies);
        Assert.Null(exact.Permutation);
        Assert.InRange(
            drawn.PValue - pValue,
            -5 * drawn.Permutation!.StandardError,
            5 * drawn.Permutation.StandardError
        );
    }

    /// <summary>Anderson and Darling's limit by Marsaglia and Marsaglia's (2004) series in SciPy 1.10.1; 2.492 and 3.857 are Stephens' 5% and 1% points.</summary>
    [Theory]
    [InlineData(0.2, 0.9904125472497941)]
    [InlineData(0.5, 0.7468143735303445)]
    [InlineData(1, 0.35726667321401917)]
    [InlineData(2.492, 0.050022186359607757)]
    [InlineData(3.857, 0.010241153229861188)]
    public void Limit_ReferenceValues_Agree(double statistic, double pValue) =>
        Relative.Equal(pValue, QuadraticLimits.AndersonDarling.Survival(statistic, 1), 1e-12);

    [Fact]
    public void Limit_EndsAndTail_AreThose()
    {
        Assert.Equal(1, QuadraticLimits.AndersonDarling.Survival(0, 1));
        Assert.Equal(1, QuadraticLimits.AndersonDarling.Survival(0.0100001, 1), 1e-13);
        Assert.Equal(1 - 1.7314922680160196e-10, QuadraticLimits.AndersonDarling.Survival(0.05, 1), 1e-14);
        Assert.Equal(0, QuadraticLimits.AndersonDarling.Survival(double.PositiveInfinity, 1));

        // The largest term is e^-b times a factor that falls like b^(-1/2).
        var ratio = QuadraticLimits.AndersonDarling.Survival(200, 1) / QuadraticLimits.AndersonDarling.Survival(201, 1);
        Relative.Equal(Math.E * Math.Sqrt(201.0 / 200), ratio, 1e-4);
    }

    [Fact]
    public void Test_Swapped_HasTheOtherAlternative()
    {
        var forward = BaumgartnerWeissSchindler.Test(
            TiedX,
            TiedY,
            new() { Alternative = TwoSampleAlternative.CurrentGreater }
        );
        var backward = BaumgartnerWeissSchindler.Test(
            TiedY,
            TiedX,
            new() { Alternative = TwoSampleAlternative.CurrentLess }
        );

        Assert.Equal(-forward.Statistic, backward.Statistic, 1e-14);
        Assert.Equal(forward.PValue, backward.PValue, 1e-14);
    }

    [Fact]
    public void Test_ExactMoments_AreTheSameForMirroredValues()
    {
        var options = new BaumgartnerWeissSchindlerOptions { Moments = BaumgartnerWeissSchindlerMoments.Exact };
        var expected = BaumgartnerWeissSchindler.Test(TiedX, TiedY, options);
        var mirrored = BaumgartnerWeissSchindler.Test(
            [.. TiedX.Select(value => -value)],
            [.. TiedY.Select(value => -value)],
            options
        );

        Assert.Equal(expected.Statistic, mirrored.Statistic, 1e-14);
        Assert.Equal(expected.PValue, mirrored.PValue, 1e-14);
    }

    [Fact]
    public void Test_MonotoneChange_IsNoMatter()
    {
        var expected = BaumgartnerWeissSchindler.Test(TiedX, TiedY);
        var moved = BaumgartnerWeissSchindler.Test(
            [.. TiedX.Select(value => Math.Exp(value))],
            [.. TiedY.Reverse().Select(value => value == 9 ? double.PositiveInfinity : Math.Exp(value))]
        );

        Assert.Equal(expected, moved);
        Assert.Equal(1, BaumgartnerWeissSchindler.Test([-0.0, 0], [0.0, -0.0, 0]).PValue);
    }

    [Fact]
    public void Test_LargerSamples_AreAnsweredAsTheyCanBe()
    {
        var random = new Xoshiro256(7);
        double[] x = [.. Enumerable.Range(0, 300).Select(_ => random.NextUniform())],
            y = [.. Enumerable.Range(0, 200).Select(_ => random.NextUniform())],
            tied = [.. y.Select(value => Math.Round(value, 2))];
        var asymptotic = BaumgartnerWeissSchindler.Test(x, y);
        var drawn = BaumgartnerWeissSchindler.Test(
            x,
            y,
            new()
            {
                Method = BaumgartnerWeissSchindlerMethod.Exact,
                Permutation = new() { Replicates = 2_000 },
            }
        );

        Assert.Equal(BaumgartnerWeissSchindlerMethod.Asymptotic, asymptotic.Method);
        Assert.Equal(BaumgartnerWeissSchindlerMethod.Permutation, drawn.Method);
        Assert.Equal(drawn.PValue, asymptotic.PValue, 0.05);
        Assert.Equal(
            BaumgartnerWeissSchindlerMethod.Permutation,
            BaumgartnerWeissSchindler.Test(x.AsSpan(0, 9), y).Method
        );
        Assert.Equal(BaumgartnerWeissSchindlerMethod.Exact, BaumgartnerWeissSchindler.Test(x.AsSpan(0, 1), y).Method);
        Assert.Equal(BaumgartnerWeissSchindlerMethod.Permutation, BaumgartnerWeissSchindler.Test(x, tied).Method);
        Assert.Equal(
            BaumgartnerWeissSchindlerMethod.Permutation,
            BaumgartnerWeissSchindler
                .Test(
                    x,
                    y,
                    new()
                    {
                        Alternative = TwoSampleAlternative.CurrentLess,
                        Method = BaumgartnerWeissSchindlerMethod.Asymptotic,
                    }
                )
                .Method
        );
    }

    [Fact]
    public void Test_EmptySide_HasAStatus()
    {
        var result = BaumgartnerWeissSchindler.Test([], Y);

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (result.Status, result.Statistic, result.PValue));
        Assert.Equal(1, BaumgartnerWeissSchindler.Test([1.0], [2.0]).PValue);
    }

    [Theory]
    [InlineData(5, 4, BaumgartnerWeissSchindlerMethod.Exact, 0.03)]
    [InlineData(100, 80, BaumgartnerWeissSchindlerMethod.Asymptotic, 0.04)]
    public void Test_EqualDistributions_IsRejectedAtTheLevel(
        int n,
        int m,
        BaumgartnerWeissSchindlerMethod method,
        double least
    ) =>
        Divisions.IsRejectedAtTheLevel(
            random => random.NextUniform(),
            (x, y) => BaumgartnerWeissSchindler.Test(x, y, new() { Method = method }).PValue,
            least,
            n,
            m
        );

    [Fact]
    public void Options_BadArguments_AreNamed()
    {
        Assert.Equal(
            "Moments",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    new BaumgartnerWeissSchindlerOptions { Moments = (BaumgartnerWeissSchindlerMoments)9 }
                )
                .ParamName
        );
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => BaumgartnerWeissSchindler.TestSorted([double.NaN], [1.0])).ParamName
        );
    }
}
