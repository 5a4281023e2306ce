using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The conditional null distribution of a statistic from every way to divide the pooled values.</summary>
internal static class LabelEnumeration
{
    /// <summary>How many ways there are, (n + m) over m; positive infinity where that is beyond the range of a double.</summary>
    internal static double Count(long referenceCount, long currentCount)
    {
        var smaller = Math.Min(referenceCount, currentCount);
        double total = (double)referenceCount + currentCount,
            ways = 1;
        for (long k = 1; k <= smaller && double.IsFinite(ways); k++)
        {
            ways = Math.Round(ways * (total - smaller + k) / k);
        }

        return ways;
    }

    /// <summary>The share of all ways whose statistic is at least that of the data, within 1e-9 of it.</summary>
    internal static double PValue<TStatistic>(
        ReadOnlySpan<byte> labels,
        TStatistic statistic,
        CancellationToken cancellationToken
    )
        where TStatistic : struct, ILabelStatistic
    {
        var observed = statistic.Of(labels);
        var way = labels.ToArray();
        Array.Sort(way);
        long extreme = 0,
            all = 0;
        do
        {
            if ((all & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            all++;
            extreme += LabelPermutation.IsExtreme(statistic.Of(way), observed) ? 1 : 0;
        } while (Advance(way));

        return (double)extreme / all;
    }

    /// <summary>The next order of the labels, in the order of a dictionary; false after the last.</summary>
    private static bool Advance(Span<byte> way)
    {
        var pivot = way.Length - 2;
        while (pivot >= 0 && way[pivot] >= way[pivot + 1])
        {
            pivot--;
        }

        if (pivot < 0)
        {
            return false;
        }

        var successor = way.Length - 1;
        while (way[successor] <= way[pivot])
        {
            successor--;
        }

        (way[pivot], way[successor]) = (way[successor], way[pivot]);
        way[(pivot + 1)..].Reverse();
        return true;
    }
}
