using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>H of labels over values in ascending order.</summary>
/// <param name="ranks">Twice each value's midrank less N + 1.</param>
/// <param name="sizes">How many values each sample has.</param>
/// <param name="scale">What Σ D² / n_i over samples is multiplied by, D a sum of such ranks.</param>
internal readonly struct KruskalWallisStatistic(long[] ranks, int[] sizes, double scale) : ILabelStatistic
{
    public double Of(ReadOnlySpan<byte> labels)
    {
        Span<long> sums = stackalloc long[sizes.Length];
        Add(labels, sums);
        return OfSums(sums);
    }

    internal double OfLabels(ReadOnlySpan<int> labels)
    {
        var sums = new long[sizes.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            sums[labels[i]] += ranks[i];
        }

        return OfSums(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<byte> labels, Span<long> sums)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            sums[labels[i]] += ranks[i];
        }
    }

    private double OfSums(ReadOnlySpan<long> sums)
    {
        double sum = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            sum += (double)sums[i] * sums[i] / sizes[i];
        }

        return scale * sum;
    }
}
