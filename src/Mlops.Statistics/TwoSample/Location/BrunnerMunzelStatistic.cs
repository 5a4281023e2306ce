using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The studentised statistic of labels over values in ascending order.</summary>
/// <param name="ends">For each group of ties, how many values lie below it or in it.</param>
/// <param name="referenceCount">n.</param>
/// <param name="side">1 or -1 for one direction, 0 for both.</param>
internal readonly struct BrunnerMunzelStatistic(int[] ends, long referenceCount, int side) : ILabelStatistic
{
    /// <summary>In place of infinity, which has no neighbourhood of 1e-9.</summary>
    private const double Beyond = 1e300;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Of(ReadOnlySpan<byte> labels)
    {
        var visitor = default(PlacementVisitor);
        long first = 0,
            second = 0;
        var i = 0;
        foreach (var end in ends)
        {
            long current = 0;
            var size = end - i;
            for (; i < end; i++)
            {
                current += labels[i];
            }

            visitor.Visit(first, second, first + size - current, second + current);
            first += size - current;
            second += current;
        }

        var estimate = SuperiorityEstimate.Of(
            new PlacementSums(
                referenceCount,
                labels.Length - referenceCount,
                (long)visitor.TwiceWins,
                (long)visitor.TiedPairs,
                visitor.FirstSquares,
                visitor.SecondSquares
            )
        );
        var statistic =
            estimate.Variance > 0
                ? estimate.Excess / Math.Sqrt(estimate.Variance)
                : Math.Sign(estimate.Excess) * Beyond;
        return side == 0 ? Math.Abs(statistic) : side * statistic;
    }
}
