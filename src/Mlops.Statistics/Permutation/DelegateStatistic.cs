using System.Buffers;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Permutation;

/// <summary>Hands a caller's statistic the values of each side, in no order of their own.</summary>
internal readonly struct DelegateStatistic(double[] pooled, TwoSampleStatistic statistic) : ILabelStatistic
{
    public double Of(ReadOnlySpan<byte> labels)
    {
        var rented = ArrayPool<double>.Shared.Rent(pooled.Length);
        int reference = 0,
            current = pooled.Length;
        for (var i = 0; i < labels.Length; i++)
        {
            rented[labels[i] == 0 ? reference++ : --current] = pooled[i];
        }

        var value = statistic(rented.AsSpan(0, reference), rented.AsSpan(current, pooled.Length - current));
        ArrayPool<double>.Shared.Return(rented);
        return value;
    }
}
