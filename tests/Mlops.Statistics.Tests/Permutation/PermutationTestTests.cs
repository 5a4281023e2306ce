using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Permutation;

public sealed class PermutationTestTests
{
    [Fact]
    public void Test_FewValues_IsNearTheShareOfAllPermutations()
    {
        // Of the C(7,3) = 35 ways to choose three of 1..7, four have a sum of at least 17 (the current values' own).
        var options = new PermutationOptions { Replicates = 20_000 };

        var test = PermutationTest.Test([1, 2, 3, 5], [4, 6, 7], Sum, options);

        Assert.InRange(test.PValue, (2.0 / 35) - (4 * test.StandardError), (2.0 / 35) + (4 * test.StandardError));
        Assert.Equal(20_000, test.ReplicateCount);
        Assert.False(test.HasStoppedEarly);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Test_AnyThreads_IsTheSame(int threads)
    {
        var random = new Philox(5);
        double[] x = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble() + 0.1)];

        var test = PermutationTest.Test(
            x,
            y,
            MeanDifference,
            new() { Seed = 9 },
            new ComputeContext { MaxDegreeOfParallelism = threads }
        );

        Assert.Equal(PermutationTest.Test(x, y, MeanDifference, new() { Seed = 9 }), test);
    }

    [Fact]
    public void Test_StopAfter_StopsWhenChanceAloneIsEnough()
    {
        var options = new PermutationOptions { Replicates = 100_000, StopAfter = 20 };

        var test = PermutationTest.Test([1, 2, 3, 4], [2, 3, 1, 4], MeanDifference, options);

        Assert.True(test.HasStoppedEarly);
        Assert.Equal(64, test.ReplicateCount);
        Assert.Equal((1.0 + test.ExtremeCount) / 65, test.PValue);
    }

    [Fact]
    public void Test_AllEqual_IsOne() =>
        Assert.Equal(1, PermutationTest.Test([2, 2, 2], [2, 2], MeanDifference).PValue);

    [Fact]
    public void Test_InfiniteStatistic_CountsOnlyInfiniteReplicates()
    {
        var test = PermutationTest.Test(
            [1, 2, 3, 4, 5],
            [6, 7, 8, 9, double.PositiveInfinity],
            (_, current) => current.Contains(double.PositiveInfinity) ? double.PositiveInfinity : 0
        );

        Assert.InRange(test.PValue, 0.43, 0.57);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Test_EmptySide_IsRefusedByName(int side)
    {
        double[] some = [1, 2],
            none = [];
        var error = Assert.Throws<ArgumentException>(() =>
            PermutationTest.Test(side == 0 ? none : some, side == 0 ? some : none, MeanDifference)
        );

        Assert.Equal(side == 0 ? "reference" : "current", error.ParamName);
    }

    [Fact]
    public void Test_NaNStatistic_IsRefused() =>
        Assert.Throws<ArgumentException>(() => PermutationTest.Test([1], [2], (_, _) => double.NaN));

    [Fact]
    public void TestBlocks_LengthDiffers_IsRefused() =>
        Assert.Throws<ArgumentException>(() => PermutationTest.TestBlocks([1, 2], [3], [1], [1], MeanDifference));

    [Fact]
    public void TestBlocks_TwoBlocksASide_CannotBeLessThanASixth()
    {
        var options = new PermutationOptions { Replicates = 5_000 };
        double[] low = [.. Enumerable.Repeat(0.0, 100)],
            high = [.. Enumerable.Repeat(1.0, 100)];
        int[] blocks = [.. Enumerable.Range(0, 100).Select(i => i / 50)];

        var test = PermutationTest.TestBlocks(low, high, blocks, blocks, Sum, options);

        Assert.InRange(test.PValue, (1.0 / 6) - 0.02, (1.0 / 6) + 0.02);
        Assert.True(PermutationTest.Test(low, high, Sum, options).PValue < 0.001);
    }

    /// <summary>Where rows come in blocks of equal values, permuting rows rejects far too often, and permuting blocks at the level.</summary>
    [Fact]
    public void TestBlocks_RowsInBlocks_IsRejectedAtTheLevel()
    {
        const int replicates = 400;
        var options = new PermutationOptions { Replicates = 99 };
        var random = new Philox(77);
        int byRows = 0,
            byBlocks = 0;
        int[] blocks = [.. Enumerable.Range(0, 60).Select(i => i / 5)];
        for (var i = 0; i < replicates; i++)
        {
            double[] x = Draw(),
                y = Draw();
            byRows += PermutationTest.Test(x, y, MeanDifference, options).PValue <= 0.05 ? 1 : 0;
            byBlocks +=
                PermutationTest.TestBlocks(x, y, blocks, blocks, MeanDifference, options).PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(byBlocks / (double)replicates, 0.05 - 0.033, 0.05 + 0.033);
        Assert.True(byRows > 0.25 * replicates, $"{byRows} of {replicates}");

        double[] Draw()
        {
            double[] means = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble())];
            return [.. Enumerable.Range(0, 60).Select(row => means[row / 5] + (0.1 * random.NextDouble()))];
        }
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PermutationOptions { Replicates = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PermutationOptions { StopAfter = 0 });
    }

    private static double Sum(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        double sum = 0;
        foreach (var value in current)
        {
            sum += value;
        }

        return sum;
    }

    private static double MeanDifference(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        Math.Abs((Sum([], current) / current.Length) - (Sum([], reference) / reference.Length));
}
