using Mlops.Statistics.Permutation;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.TwoSample.Categorical;

public sealed class ChiSquareTestConditionalTests
{
    /// <summary>All tables written out in Python, with those whose X² is as large or larger.</summary>
    [Fact]
    public void Homogeneity_SparseTable_IsExact()
    {
        var result = ChiSquareTest.Homogeneity([1, 2, 3, 0], [4, 0, 1, 2], new ChiSquareTestOptions());

        Relative.Equal(0.08508158508158573, result.PValue, 1e-12);
        Relative.Equal(6.763095238095238, result.Statistic, 1e-14);
        Assert.Equal(ChiSquareMethod.Exact, result.Method);
        Relative.Equal(
            0.0335497835497836,
            ChiSquareTest
                .Homogeneity(
                    new long[,]
                    {
                        { 2, 0, 1 },
                        { 1, 3, 0 },
                        { 0, 1, 4 },
                    },
                    new ChiSquareTestOptions()
                )
                .PValue,
            1e-12
        );
    }

    [Fact]
    public void Homogeneity_FullTable_IsAsymptotic()
    {
        var result = ChiSquareTest.Homogeneity([10, 20, 30], [6, 40, 14], new ChiSquareTestOptions());

        Assert.Equal(ChiSquareTest.Homogeneity([10, 20, 30], [6, 40, 14]), result);
        Assert.Equal(ChiSquareMethod.Asymptotic, result.Method);
    }

    [Fact]
    public void Homogeneity_MonteCarlo_IsNearTheExactOne()
    {
        var drawn = ChiSquareTest.Homogeneity(
            [13, 2, 31, 20],
            [24, 9, 21, 12],
            new ChiSquareTestOptions
            {
                Method = ChiSquareMethod.MonteCarlo,
                Permutation = new PermutationOptions { Replicates = 20_000 },
            }
        );
        var exact = ChiSquareTest.Homogeneity(
            [13, 2, 31, 20],
            [24, 9, 21, 12],
            new ChiSquareTestOptions { Method = ChiSquareMethod.Exact }
        );

        Assert.Equal(ChiSquareMethod.Exact, exact.Method);
        Assert.Equal(exact.PValue, drawn.PValue, 4 * drawn.MonteCarlo!.StandardError);
    }

    [Fact]
    public void Homogeneity_ManySparseCategories_StopEarlyWhereNothingDiffers()
    {
        long[] reference = [.. Enumerable.Range(0, 100_000).Select(i => (long)(i % 2))],
            current = [.. Enumerable.Range(0, 100_000).Select(i => 1L - (i % 2))];
        var options = new ChiSquareTestOptions { Permutation = new PermutationOptions { StopAfter = 10 } };
        var result = ChiSquareTest.Homogeneity(reference, current, options);

        // Each category has one row: all tables are alike.
        Assert.Equal(
            (ChiSquareMethod.MonteCarlo, 1.0, 64),
            (result.Method, result.PValue, result.MonteCarlo!.ReplicateCount)
        );
    }

    [Fact]
    public void Homogeneity_SparseNulls_KeepTheLevel()
    {
        // Seeded: 300 pairs of 12 and 15 rows over 5 categories; exact p-values are at most 0.1 in at most a tenth of them, and chance.
        var random = new Mlops.Statistics.Randomness.Philox(11);
        var rejected = 0;
        for (var r = 0; r < 300; r++)
        {
            long[] reference = new long[5],
                current = new long[5];
            for (var i = 0; i < 27; i++)
            {
                (i < 12 ? reference : current)[(int)(5 * random.NextDouble() * random.NextDouble())]++;
            }

            var result = ChiSquareTest.Homogeneity(reference, current, new ChiSquareTestOptions());
            rejected += result.PValue <= 0.1 ? 1 : 0;
        }

        Assert.InRange(rejected, 5, 45);
    }

    [Fact]
    public void Homogeneity_EmptyCategory_HasAStatus() =>
        Assert.Equal(
            ResultStatus.Undefined,
            ChiSquareTest.Homogeneity([1, 0], [3, 0], new ChiSquareTestOptions()).Status
        );

    [Fact]
    public void GoodnessOfFit_GivenShares_AgreesWithReference()
    {
        // SciPy 1.10.1, stats.chisquare([18, 22, 60], [25, 25, 50]).
        var result = ChiSquareTest.GoodnessOfFit([18, 22, 60], [1.0, 1, 2]);

        Relative.Equal(4.32, result.Statistic, 1e-14);
        Relative.Equal(0.11532512103806253, result.PValue, 1e-13);
        Assert.Equal((2, 25.0, 100), (result.DegreesOfFreedom, result.MinimumExpectedCount, result.Count));
        Relative.Equal(Math.Sqrt(0.0432), result.CohenW, 1e-14);
    }

    [Fact]
    public void GoodnessOfFit_ZeroShares_CountForNothingOrRefute()
    {
        Assert.Equal(
            ChiSquareTest.GoodnessOfFit([18, 22, 60], [1.0, 1, 2]),
            ChiSquareTest.GoodnessOfFit([18, 22, 0, 60], [1.0, 1, 0, 2])
        );
        var refuted = ChiSquareTest.GoodnessOfFit([18, 22, 1], [0.5, 0.5, 0]);
        Assert.Equal((double.PositiveInfinity, 0.0), (refuted.Statistic, refuted.PValue));
        Assert.Equal(ResultStatus.Empty, ChiSquareTest.GoodnessOfFit([0, 0], [0.5, 0.5]).Status);
        Assert.Equal(ResultStatus.Undefined, ChiSquareTest.GoodnessOfFit([3], [1.0]).Status);
        Assert.Equal(
            "counts",
            Assert.Throws<ArgumentException>(() => ChiSquareTest.GoodnessOfFit([3], [1.0, 2])).ParamName
        );
    }
}
