using FsCheck.Fluent;
using Mlops.Statistics.Dependence;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Dependence;

public sealed class DesignEffectTests
{
    [Fact]
    public void OfShares_ByHand_IsTheRatioEstimator()
    {
        // Blocks of 3, 2 and 3 rows with 3, 0 and 1 in the second bin: p = 1/2, residuals 1.5, -1 and -0.5;
        // V = 3/2 × 3.5 / 64, and D = 8 × V × (2 + 2) with one degree of freedom.
        int[] bins = [1, 1, 1, 0, 0, 1, 0, 0];
        int[] codes = [7, 7, 7, 1, 1, 4, 4, 4];

        var result = DesignEffect.OfShares(bins, 2, RowBlocks.OfCodes(codes));

        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(8 * (1.5 * 3.5 / 64) * 4, result.Value, 12);
        Assert.Equal(3, result.BlockCount);
        Assert.Equal(22.0 / 8, result.BlockSize, 12);
        Assert.Equal((result.Value - 1) / ((22.0 / 8) - 1), result.IntraclassCorrelation, 12);
        Assert.Equal(8 / result.Value, result.EffectiveCount, 12);
    }

    [Fact]
    public void OfShares_EveryBlockOfEqualRows_IsNearlyTheBlockSize()
    {
        int[] codes = [.. Enumerable.Range(0, 4000).Select(i => i / 4)];
        int[] bins = [.. codes.Select(code => code * 7 % 10)];

        var result = DesignEffect.OfShares(bins, 10, RowBlocks.OfCodes(codes));

        Assert.Equal(4 * 1000.0 / 999, result.Value, 9);
        Assert.Equal(1, result.IntraclassCorrelation, 3);
    }

    [Fact]
    public void OfShares_BlocksOfOneRow_IsNOverNLessOne() =>
        Law.Holds(
            Gen.Choose(0, 4).ArrayOf().Where(bins => bins.Distinct().Count() > 1),
            bins =>
            {
                int[] codes = [.. Enumerable.Range(0, bins.Length)];
                var result = DesignEffect.OfShares(bins, 5, RowBlocks.OfCodes(codes));
                Assert.Equal(bins.Length / (bins.Length - 1.0), result.Value, 9);
            }
        );

    [Fact]
    public void OfShares_AnyOrderOfRows_IsTheSame() =>
        Law.Holds(
            (from bin in Gen.Choose(-1, 3) from code in Gen.Choose(-1, 5) select (bin, code)).ArrayOf(),
            rows =>
            {
                var reversed = rows.Reverse().ToArray();
                var (a, b) = (Of(rows), Of(reversed));
                Assert.Equal(a.Status, b.Status);
                Assert.Equal(a.Value, b.Value, 9);
            }
        );

    [Theory]
    [InlineData(new int[0], new int[0], ResultStatus.Empty)]
    [InlineData(new[] { -1, -1 }, new[] { 0, 1 }, ResultStatus.Empty)]
    [InlineData(new[] { 2, 2, 2 }, new[] { 0, 1, 1 }, ResultStatus.Constant)]
    [InlineData(new[] { 0, 1, 2 }, new[] { 3, 3, 3 }, ResultStatus.TooFewRows)]
    [InlineData(new[] { 0, 1, 2 }, new[] { -1, -1, -1 }, ResultStatus.Empty)]
    public void OfShares_NothingToTell_SaysWhy(int[] bins, int[] codes, ResultStatus expected)
    {
        var result = DesignEffect.OfShares(bins, 3, RowBlocks.OfCodes(codes));

        Assert.Equal(expected, result.Status);
        Assert.True(double.IsNaN(result.Value));
    }

    [Fact]
    public void OfShares_BadBins_AreRefusedByPosition()
    {
        var blocks = RowBlocks.OfCodes([0, 0, 1]);

        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>(() => DesignEffect.OfShares([0, 3, 0], 3, blocks)).Message
        );
        Assert.Throws<ArgumentException>(() => DesignEffect.OfShares([0, 1], 3, blocks));
    }

    /// <summary>Independent rows have a design effect of 1 on average, whatever the blocks.</summary>
    [Fact]
    public void OfShares_IndependentRows_IsOneOnAverage()
    {
        var random = new Philox(3);
        var sum = 0.0;
        const int replicates = 300;
        for (var i = 0; i < replicates; i++)
        {
            int[] bins = [.. Enumerable.Range(0, 900).Select(_ => (int)random.NextBelow(10u))];
            long[] times = [.. Enumerable.Range(0, 900).Select(row => (long)row)];
            sum += DesignEffect.OfShares(bins, 10, RowBlocks.OfTimes(times)).Value;
        }

        // The standard deviation of one is about the root of 2 / (29 × 9).
        Assert.InRange(sum / replicates, 1 - 0.016, 1 + 0.016);
    }

    [Fact]
    public void OfTimes_UnsortedWithTiesAndGaps_KeepsInstantsTogether()
    {
        long[] times = [5, 1, 1, long.MinValue, 9, 1, 7, 5, 5];

        var blocks = RowBlocks.OfTimes(times, 4);

        Assert.Equal(8, blocks.RowCount);
        Assert.Equal(9, blocks.Length);
        Assert.Equal([1, 2, 5], blocks.RowsOf(0).ToArray());
        var all = Enumerable.Range(0, blocks.Count).SelectMany(block => blocks.RowsOf(block).ToArray()).ToArray();
        Assert.Equal([1, 2, 5, 0, 7, 8, 6, 4], all);
        for (var block = 1; block < blocks.Count; block++)
        {
            Assert.True(times[blocks.RowsOf(block)[0]] > times[blocks.RowsOf(block - 1)[^1]]);
        }
    }

    [Fact]
    public void OfTimes_Empty_HasNoBlocks()
    {
        Assert.Equal(0, RowBlocks.OfTimes([]).Count);
        Assert.Equal(0, RowBlocks.OfTimes([long.MinValue]).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => RowBlocks.OfTimes([1], 0));
    }

    private static DesignEffectResult Of((int Bin, int Code)[] rows) =>
        DesignEffect.OfShares(
            [.. rows.Select(row => row.Bin)],
            4,
            RowBlocks.OfCodes([.. rows.Select(row => row.Code)])
        );
}
