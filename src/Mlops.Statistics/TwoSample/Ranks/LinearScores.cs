using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>The sum of the reference's scores, less what it is on average.</summary>
/// <param name="scores">The score of each pooled value.</param>
/// <param name="mean">The sum's mean under permutation.</param>
/// <param name="side">Which sums are extreme: 1 for large ones, -1 for small ones, 0 for both.</param>
internal readonly struct LinearScores(double[] scores, double mean, int side) : ILabelStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Of(ReadOnlySpan<byte> labels)
    {
        double sum = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            sum += labels[i] == 0 ? scores[i] : 0;
        }

        return side == 0 ? Math.Abs(sum - mean) : side * (sum - mean);
    }
}
