using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.TwoSample.Categorical;

public sealed class ChiSquareTestTests
{
    /// <summary>SciPy 1.10.1, stats.chi2_contingency and stats.contingency.association.</summary>
    [Theory]
    [InlineData(
        new long[] { 12, 11 },
        new long[] { 3, 8 },
        ContinuityCorrection.Yates,
        0.9977671451355661,
        0.31785139723606404,
        0.23461612570453771,
        4.852941176470588
    )]
    [InlineData(
        new long[] { 12, 11 },
        new long[] { 3, 8 },
        ContinuityCorrection.None,
        1.8715206989806532,
        0.17130101355881583,
        0.23461612570453771,
        4.852941176470588
    )]
    [InlineData(
        new long[] { 10, 20, 30 },
        new long[] { 6, 40, 14 },
        ContinuityCorrection.Yates,
        13.484848484848484,
        0.0011797836055789622,
        0.33522192257329675,
        8
    )]
    [InlineData(
        new long[] { 1000000, 2000000 },
        new long[] { 1000500, 1999000 },
        ContinuityCorrection.None,
        0.33336113657658645,
        0.5636865997366065,
        0.00023572191207243265,
        1000166.6388865738
    )]
    public void Homogeneity_TwoSamples_AgreesWithReference(
        long[] reference,
        long[] current,
        ContinuityCorrection correction,
        double statistic,
        double pValue,
        double cramerV,
        double minimumExpected
    )
    {
        var result = ChiSquareTest.Homogeneity(reference, current, correction);

        Relative.Equal(statistic, result.Statistic, 1e-9);
        Relative.Equal(pValue, result.PValue, 1e-9);
        Relative.Equal(cramerV, result.CramerV, 1e-9);
        Relative.Equal(minimumExpected, result.MinimumExpectedCount, 1e-14);
        Assert.Equal(reference.Length - 1, result.DegreesOfFreedom);
        Assert.Equal(reference.Sum() + current.Sum(), result.Count);
        Assert.Equal(ResultStatus.Ok, result.Status);
    }

    [Fact]
    public void Homogeneity_Table_AgreesWithReference()
    {
        // SciPy 1.10.1, as above.
        var result = ChiSquareTest.Homogeneity(
            new long[,]
            {
                { 5, 5, 5 },
                { 1, 9, 2 },
                { 7, 3, 8 },
            }
        );

        Relative.Equal(10.750377073906487, result.Statistic, 1e-14);
        Relative.Equal(0.029517414377560138, result.PValue, 1e-13);
        Relative.Equal(0.34561341720847083, result.CramerV, 1e-14);
        Relative.Equal(3.466666666666667, result.MinimumExpectedCount, 1e-15);
        Assert.Equal(4, result.DegreesOfFreedom);
    }

    [Fact]
    public void Homogeneity_SmallDifference_IsNotOvercorrected()
    {
        // |O - E| is 1/4 in every cell: Yates takes no more than that away.
        var result = ChiSquareTest.Homogeneity([2, 1], [3, 2], ContinuityCorrection.Yates);

        Assert.Equal(0, result.Statistic);
        Assert.Equal(1, result.PValue);
        Assert.True(result.CramerV > 0);
    }

    [Fact]
    public void Homogeneity_HugeCounts_KeepEveryDigit()
    {
        // O N - row × column is ± 2^60 × 2 / 4 exactly, where doubles of the products agree to the last digit.
        const long count = 1L << 60;
        var result = ChiSquareTest.Homogeneity([count + 1, count - 1], [count - 1, count + 1]);

        Relative.Equal(4.0 / count, result.Statistic, 1e-15);
    }

    [Fact]
    public void Homogeneity_ProportionalRows_AreNoDifference()
    {
        var result = ChiSquareTest.Homogeneity([1, 2, 3], [100, 200, 300]);

        Assert.Equal((0.0, 1.0, 0.0), (result.Statistic, result.PValue, result.CramerV));
    }

    [Fact]
    public void Homogeneity_DisjointRows_HaveTheLargestEffect() =>
        Assert.Equal(1, ChiSquareTest.Homogeneity([7, 0, 5], [0, 9, 0]).CramerV);

    [Theory]
    [InlineData(new long[] { 0, 0 }, new long[] { 3, 4 }, ResultStatus.Empty)]
    [InlineData(new long[] { 1, 0 }, new long[] { 3, 0 }, ResultStatus.Undefined)]
    [InlineData(new long[] { 1 }, new long[] { 3 }, ResultStatus.Undefined)]
    [InlineData(new long[0], new long[0], ResultStatus.Empty)]
    public void Homogeneity_NothingExpected_HasAStatus(long[] reference, long[] current, ResultStatus status)
    {
        var result = ChiSquareTest.Homogeneity(reference, current);

        Assert.Equal(status, result.Status);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (result.Statistic, result.PValue, result.CramerV));
    }

    [Fact]
    public void Homogeneity_EmptyTable_HasAStatus() =>
        Assert.Equal(ResultStatus.Empty, ChiSquareTest.Homogeneity(new long[0, 3]).Status);

    [Fact]
    public void Homogeneity_BadArguments_AreNamed()
    {
        var negative = Assert.Throws<ArgumentException>(() =>
            ChiSquareTest.Homogeneity(
                new long[,]
                {
                    { 1, 2 },
                    { 3, -4 },
                }
            )
        );

        Assert.Equal("table", negative.ParamName);
        Assert.Contains("-4 in row 1, column 1", negative.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ChiSquareTest.Homogeneity(null!));
        Assert.Equal(
            "currentCounts",
            Assert.Throws<ArgumentException>(() => ChiSquareTest.Homogeneity([1, 2], [1])).ParamName
        );
        Assert.Equal(
            "referenceCounts",
            Assert.Throws<ArgumentException>(() => ChiSquareTest.Homogeneity([1, -2], [1, 1])).ParamName
        );
        Assert.Equal(
            "correction",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    ChiSquareTest.Homogeneity([1, 2], [1, 1], (ContinuityCorrection)9)
                )
                .ParamName
        );
    }
}
