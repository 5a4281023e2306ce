using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.TwoSample.Categorical;

public sealed class GTestTests
{
    /// <summary>SciPy 1.10.1, stats.chi2_contingency(lambda_="log-likelihood"); Williams' factor by its formula.</summary>
    [Theory]
    [InlineData(
        new long[] { 12, 11 },
        new long[] { 3, 8 },
        GTestCorrection.Yates,
        1.016748212787847,
        0.3132915859487215
    )]
    [InlineData(
        new long[] { 12, 11 },
        new long[] { 3, 8 },
        GTestCorrection.None,
        1.9300924935650912,
        0.16474832598929712
    )]
    [InlineData(
        new long[] { 10, 20, 30 },
        new long[] { 6, 40, 14 },
        GTestCorrection.Yates,
        13.760359862103476,
        0.001027959066777521
    )]
    [InlineData(
        new long[] { 10, 20, 30 },
        new long[] { 6, 40, 14 },
        GTestCorrection.Williams,
        13.445859178663154,
        0.0012030087249792357
    )]
    [InlineData(
        new long[] { 5, 0 },
        new long[] { 1, 7 },
        GTestCorrection.None,
        11.916504996385921,
        0.0005563876906446693
    )]
    [InlineData(
        new long[] { 5, 0 },
        new long[] { 1, 7 },
        GTestCorrection.Yates,
        6.972756799742235,
        0.008275989973734568
    )]
    public void Homogeneity_TwoSamples_AgreesWithReference(
        long[] reference,
        long[] current,
        GTestCorrection correction,
        double statistic,
        double pValue
    )
    {
        var result = GTest.Homogeneity(reference, current, correction);

        Relative.Equal(statistic, result.Statistic, 1e-13);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.Equal((ResultStatus.Ok, reference.Length - 1), (result.Status, result.DegreesOfFreedom));
    }

    [Fact]
    public void Homogeneity_TableOrSpans_IsTheSame()
    {
        var result = GTest.Homogeneity([3, 4, 5], [6, 1, 5]);

        Assert.Equal(
            result,
            GTest.Homogeneity(
                new long[,]
                {
                    { 3, 4, 5 },
                    { 6, 1, 5 },
                }
            )
        );
        Relative.Equal(result.Statistic / 48, result.MutualInformation, 1e-15);
    }

    [Fact]
    public void Homogeneity_HugeCounts_KeepEveryDigit()
    {
        // G is X² to the second order of a difference of 2^-60.
        const long count = 1L << 60;

        Relative.Equal(4.0 / count, GTest.Homogeneity([count + 1, count - 1], [count - 1, count + 1]).Statistic, 1e-14);
    }

    [Fact]
    public void Homogeneity_ProportionalRows_AreNoDifference() =>
        Assert.Equal(
            (0.0, 1.0),
            (
                GTest.Homogeneity([1, 2, 3], [100, 200, 300]).Statistic,
                GTest.Homogeneity([1, 2, 3], [100, 200, 300]).PValue
            )
        );

    [Theory]
    [InlineData(new long[] { 0, 0 }, new long[] { 3, 4 }, ResultStatus.Empty)]
    [InlineData(new long[] { 1, 0 }, new long[] { 3, 0 }, ResultStatus.Undefined)]
    [InlineData(new long[] { 1 }, new long[] { 3 }, ResultStatus.Undefined)]
    [InlineData(new long[0], new long[0], ResultStatus.Empty)]
    public void Homogeneity_NothingExpected_HasAStatus(long[] reference, long[] current, ResultStatus status)
    {
        var result = GTest.Homogeneity(reference, current, GTestCorrection.Williams);

        Assert.Equal(status, result.Status);
        Assert.Equal((double.NaN, double.NaN), (result.Statistic, result.PValue));
    }

    [Fact]
    public void Homogeneity_AMillionCategories_IsAnswered()
    {
        var counts = new long[1_000_000];
        Array.Fill(counts, 3);

        Assert.Equal(1, GTest.Homogeneity(counts, counts).PValue, 1e-12);
    }

    [Fact]
    public void Homogeneity_BadArguments_AreNamed()
    {
        Assert.Equal(
            "table",
            Assert
                .Throws<ArgumentException>(() =>
                    GTest.Homogeneity(
                        new long[,]
                        {
                            { -1 },
                        }
                    )
                )
                .ParamName
        );
        Assert.Equal("table", Assert.Throws<ArgumentNullException>(() => GTest.Homogeneity(null!)).ParamName);
        Assert.Equal("currentCounts", Assert.Throws<ArgumentException>(() => GTest.Homogeneity([1, 2], [1])).ParamName);
        Assert.Equal(
            "correction",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => GTest.Homogeneity([1, 2], [1, 1], (GTestCorrection)9))
                .ParamName
        );
    }
}
