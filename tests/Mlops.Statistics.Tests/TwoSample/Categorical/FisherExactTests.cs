using FsCheck.Fluent;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.TwoSample.Categorical;

public sealed class FisherExactTests
{
    /// <summary>SciPy 1.10.1, stats.fisher_exact and stats.contingency.odds_ratio (conditional), whose roots are good to about 1e-9.</summary>
    [Theory]
    [InlineData(
        8,
        2,
        1,
        5,
        0.034965034965034975,
        0.024475524475524483,
        0.9991258741258742,
        15.465819716921013,
        1.0088492079476723,
        1059.6394950862782
    )]
    [InlineData(
        3,
        1,
        1,
        3,
        0.48571428571428565,
        0.24285714285714283,
        0.9857142857142858,
        6.408319658199662,
        0.21173559544657966,
        626.2435305888141
    )]
    [InlineData(
        190,
        800,
        200,
        900,
        0.5741118581260882,
        0.2959825901308891,
        0.7416227010368968,
        1.0687159639071162,
        0.8520588174139132,
        1.3401964615330306
    )]
    [InlineData(
        2,
        15,
        3,
        15,
        1.0,
        0.8133640552995391,
        0.5284876413908672,
        0.6743677620399536,
        0.04958813359163084,
        6.799711916724355
    )]
    [InlineData(0, 6, 5, 3, 0.030969030969030965, 1.0, 0.02797202797202797, 0.0, 0.0, 1.0532570614041923)]
    [InlineData(
        100000,
        2,
        99990,
        20,
        0.00012102307297245742,
        6.05555640896997e-05,
        0.9999945171988864,
        10.000918266979184,
        2.4293239072862423,
        88.25158743839346
    )]
    public void Test_TwoByTwo_AgreesWithReference(
        long a,
        long b,
        long c,
        long d,
        double twoSided,
        double greater,
        double less,
        double oddsRatio,
        double lower,
        double upper
    )
    {
        var result = FisherExact.Test([a, b], [c, d]);

        Relative.Equal(twoSided, result.PValue, 1e-8);
        Relative.Equal(greater, Ask(OddsRatioAlternative.Greater), 1e-8);
        Relative.Equal(less, Ask(OddsRatioAlternative.Less), 1e-8);
        Relative.Equal(oddsRatio, result.OddsRatio, 1e-6);
        Relative.Equal(lower, result.OddsRatioInterval.Lower, 1e-6);
        Relative.Equal(upper, result.OddsRatioInterval.Upper, 1e-6);
        Assert.Equal((double)a * d / (b * c), result.SampleOddsRatio, 1e-9);
        Assert.Equal((ResultStatus.Ok, FisherExactMethod.Exact), (result.Status, result.Method));

        double Ask(OddsRatioAlternative alternative) =>
            FisherExact.Test([a, b], [c, d], new FisherExactOptions { Alternative = alternative }).PValue;
    }

    [Fact]
    public void Test_TeaTasting_IsRight()
    {
        // Fisher (1935): of C(8,4) = 70 ways, 1 + 16 + 16 + 1 are as improbable as three of four.
        Relative.Equal(34.0 / 70, FisherExact.Test([3, 1], [1, 3]).PValue, 1e-13);
    }

    /// <summary>All tables written out in Python, with those that are as probable or less.</summary>
    [Fact]
    public void Test_LargerTables_AgreeWithEnumeration()
    {
        Relative.Equal(0.18831168831168868, FisherExact.Test([3, 1, 2], [0, 4, 1]).PValue, 1e-12);
        Relative.Equal(0.12004662004662094, FisherExact.Test([1, 2, 3, 0], [4, 0, 1, 2]).PValue, 1e-12);
        Relative.Equal(0.010489510489510474, FisherExact.Test([4, 0, 0, 1, 2], [0, 3, 2, 2, 0]).PValue, 1e-12);
        Relative.Equal(
            0.034992784992785055,
            FisherExact
                .Test(
                    new long[,]
                    {
                        { 2, 0, 1 },
                        { 1, 3, 0 },
                        { 0, 1, 4 },
                    }
                )
                .PValue,
            1e-12
        );
    }

    [Fact]
    public void Test_EmptyCategory_CountsForNothing() =>
        Relative.Equal(
            FisherExact.Test([3, 1, 2], [0, 4, 1]).PValue,
            FisherExact.Test([3, 0, 1, 2], [0, 0, 4, 1]).PValue,
            1e-13
        );

    [Fact]
    public void Test_MonteCarlo_IsNearTheExactOne()
    {
        var options = new FisherExactOptions
        {
            Method = FisherExactMethod.MonteCarlo,
            Permutation = new PermutationOptions { Replicates = 20_000, Seed = 7 },
        };
        var larger = FisherExact.Test([30, 21, 25, 14], [14, 28, 30, 15], options);
        var exact = FisherExact.Test([30, 21, 25, 14], [14, 28, 30, 15]);
        Assert.Equal((FisherExactMethod.MonteCarlo, FisherExactMethod.Exact), (larger.Method, exact.Method));
        Assert.Equal(exact.PValue, larger.PValue, 4 * larger.MonteCarlo!.StandardError);

        // One-sided, two by two.
        var less = options with
        {
            Alternative = OddsRatioAlternative.Less,
        };
        var drawn = FisherExact.Test([12, 18], [19, 11], less);
        var known = FisherExact.Test([12, 18], [19, 11], less with { Method = FisherExactMethod.Exact });
        Assert.Equal(known.PValue, drawn.PValue, 4 * drawn.MonteCarlo!.StandardError);
        Assert.Equal(known.OddsRatio, drawn.OddsRatio);
    }

    [Fact]
    public void Test_ThreadsAndSeed_DecideNothingAndEverything()
    {
        long[] reference = [.. Enumerable.Range(0, 100).Select(i => (long)(i % 3))],
            current = [.. Enumerable.Range(0, 100).Select(i => (long)(i % 4))];
        var one = FisherExact.Test(reference, current, context: new() { MaxDegreeOfParallelism = 1 });

        Assert.Equal(FisherExactMethod.MonteCarlo, one.Method);
        Assert.Equal(one, FisherExact.Test(reference, current));
        var other = new FisherExactOptions { Permutation = new PermutationOptions { Seed = 1 } };
        Assert.NotEqual(one.MonteCarlo, FisherExact.Test(reference, current, other).MonteCarlo);
    }

    [Fact]
    public void Test_HugeCounts_AreExact()
    {
        // As the z-test says for so many rows: z = 2.
        var result = FisherExact.Test([5_000_200_000, 4_999_800_000], [5_000_058_579, 4_999_941_421]);

        Assert.InRange(result.PValue, 0.0454, 0.0456);
        Assert.InRange(result.OddsRatio, 1 + 5.65e-5, 1 + 5.66e-5);
    }

    [Fact]
    public void Test_SwappedRows_InvertTheOddsRatio() =>
        Law.Holds(
            Gen.Choose(0, 30)
                .Select(i => (long)i)
                .ArrayOf(4)
                .Where(t => t[0] + t[1] > 0 && t[2] + t[3] > 0 && t[0] + t[2] > 0 && t[1] + t[3] > 0),
            t =>
            {
                var there = FisherExact.Test([t[0], t[1]], [t[2], t[3]]);
                var back = FisherExact.Test([t[2], t[3]], [t[0], t[1]]);
                Relative.Equal(there.PValue, back.PValue, 1e-12);
                Assert.InRange(there.PValue, 0, 1);
                Assert.True(there.OddsRatioInterval.Contains(there.OddsRatio));
                if (double.IsFinite(there.OddsRatio) && there.OddsRatio > 0)
                {
                    Relative.Equal(1 / there.OddsRatio, back.OddsRatio, 1e-9);
                }
            }
        );

    [Theory]
    [InlineData(new long[] { 0, 0 }, new long[] { 3, 4 }, ResultStatus.Empty)]
    [InlineData(new long[] { 1, 0 }, new long[] { 3, 0 }, ResultStatus.Undefined)]
    [InlineData(new long[0], new long[0], ResultStatus.Empty)]
    public void Test_OnlyOneTable_HasAStatus(long[] reference, long[] current, ResultStatus status)
    {
        var result = FisherExact.Test(reference, current);

        Assert.Equal(status, result.Status);
        Assert.Equal((double.NaN, double.NaN), (result.PValue, result.OddsRatio));
    }

    [Fact]
    public void Test_ADirectionOfALargerTable_IsRefused() =>
        Assert.Equal(
            "options",
            Assert
                .Throws<ArgumentException>(() =>
                    FisherExact.Test(
                        [1, 2, 3],
                        [2, 2, 2],
                        new FisherExactOptions { Alternative = OddsRatioAlternative.Greater }
                    )
                )
                .ParamName
        );
}
