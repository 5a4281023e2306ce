using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.Equivalence;

/// <summary>Pools bins that are too small for a chi-square approximation.</summary>
/// <remarks>
/// <para>
/// A bin is large enough when the smaller side expects at least five rows in it: min(n, m) · (a + b) / (n + m) ≥ 5, with a and b
/// its two counts. Both methods give each bin the index of its group; groups are numbered in the order of their first bins.
/// </para>
/// <para>
/// Size means the pooled count of both sides, never that of the reference alone. If nothing has changed, a bin's split into
/// reference and current rows is a fair draw given its pooled count, so pooling by it does not bias the comparison; choosing by the
/// reference's own count does, since bins that are small there by chance are larger in the current data on average.
/// </para>
/// <para>Without rows on a side, all bins make one group.</para>
/// </remarks>
public static class BinPooling
{
    /// <summary>The expected rows on the smaller side that a group must reach.</summary>
    public const double DefaultMinimumExpected = 5;

    /// <summary>Groups for bins with an order: a bin that is too small joins the smaller of its neighbours.</summary>
    /// <param name="referenceCounts">The reference's counts, not negative; one bin at least.</param>
    /// <param name="currentCounts">As many counts of the current data.</param>
    /// <param name="minimumExpected">The expected rows on the smaller side that a group must reach; positive and finite.</param>
    /// <returns>The group of each bin, ascending from 0.</returns>
    /// <remarks>From the left: the first group that is too small takes in its smaller neighbour (the left one, if equal), until all are large enough or one is left. O(K).</remarks>
    /// <exception cref="ArgumentException">A span is empty, a count is negative, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not positive and finite.</exception>
    public static int[] Ordered(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double minimumExpected = DefaultMinimumExpected
    )
    {
        var pooled = Pool(referenceCounts, currentCounts, minimumExpected, out var threshold);

        // Groups that are large enough, by the bin they start with; all but the last one are final.
        var starts = new int[pooled.Length];
        var sizes = new double[pooled.Length];
        var count = 0;
        for (var i = 0; i < pooled.Length; i++)
        {
            var start = i;
            var size = pooled[i];
            while (!threshold.IsReachedBy(size))
            {
                var hasNext = i + 1 < pooled.Length;
                if (count > 0 && (!hasNext || sizes[count - 1] <= pooled[i + 1]))
                {
                    count--;
                    start = starts[count];
                    size += sizes[count];
                }
                else if (hasNext)
                {
                    i++;
                    size += pooled[i];
                }
                else
                {
                    break;
                }
            }

            starts[count] = start;
            sizes[count++] = size;
        }

        var groups = new int[pooled.Length];
        for (int i = 0, group = 0; i < groups.Length; i++)
        {
            if (group + 1 < count && starts[group + 1] == i)
            {
                group++;
            }

            groups[i] = group;
        }

        return groups;
    }

    /// <summary>Groups for bins without an order, such as categories: the rarest are put together.</summary>
    /// <param name="referenceCounts">The reference's counts, not negative; one bin at least.</param>
    /// <param name="currentCounts">As many counts of the current data.</param>
    /// <param name="minimumExpected">The expected rows on the smaller side that a group must reach; positive and finite.</param>
    /// <returns>The group of each bin.</returns>
    /// <remarks>
    /// Bins that are too small are gathered, rarest first and ties by index, until a group is large enough; then the next group
    /// begins. A last group that stays too small joins the one before it or, if it is the only one, the smallest bin that stands
    /// alone. O(K log K).
    /// </remarks>
    /// <exception cref="ArgumentException">A span is empty, a count is negative, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not positive and finite.</exception>
    public static int[] Unordered(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double minimumExpected = DefaultMinimumExpected
    )
    {
        var pooled = Pool(referenceCounts, currentCounts, minimumExpected, out var threshold);
        var groups = new int[pooled.Length];
        var small = new List<(double Size, int Bin)>();
        var smallest = -1;
        for (var i = 0; i < pooled.Length; i++)
        {
            groups[i] = -1;
            if (!threshold.IsReachedBy(pooled[i]))
            {
                small.Add((pooled[i], i));
            }
            else if (smallest < 0 || pooled[i] < pooled[smallest])
            {
                smallest = i;
            }
        }

        small.Sort();
        Gather(small, threshold, smallest, groups);
        return Number(groups);
    }

    /// <summary>The counts of the groups.</summary>
    /// <param name="counts">The counts of the bins.</param>
    /// <param name="groups">The group of each bin, as <see cref="Ordered"/> or <see cref="Unordered"/> gives it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a group is negative.</exception>
    public static long[] Sum(ReadOnlySpan<long> counts, ReadOnlySpan<int> groups)
    {
        if (counts.Length != groups.Length)
        {
            throw new ArgumentException(
                $"'{nameof(groups)}' has {groups.Length} bins and '{nameof(counts)}' has {counts.Length}; both must have the same bins.",
                nameof(groups)
            );
        }

        var last = -1;
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] < 0)
            {
                throw new ArgumentException(
                    $"'{nameof(groups)}' has {groups[i]} at position {i}; groups are numbered from 0.",
                    nameof(groups)
                );
            }

            last = Math.Max(last, groups[i]);
        }

        var sums = new long[last + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            sums[groups[i]] += counts[i];
        }

        return sums;
    }

    /// <summary>Marks small bins with the bin that leads their group; bins that stand alone keep -1.</summary>
    private static void Gather(List<(double Size, int Bin)> small, Threshold threshold, int smallest, int[] groups)
    {
        int begin = 0,
            previousLeader = -1;
        double size = 0;
        for (var i = 0; i < small.Count; i++)
        {
            size += small[i].Size;
            groups[small[i].Bin] = small[begin].Bin;
            if (threshold.IsReachedBy(size))
            {
                previousLeader = small[begin].Bin;
                begin = i + 1;
                size = 0;
            }
        }

        var leader = previousLeader >= 0 ? previousLeader : smallest;
        if (begin == small.Count || leader < 0)
        {
            return;
        }

        for (var i = begin; i < small.Count; i++)
        {
            groups[small[i].Bin] = leader;
        }
    }

    /// <summary>Turns leaders into numbers, in the order of first bins.</summary>
    private static int[] Number(int[] leaders)
    {
        var numbers = new int[leaders.Length];
        Array.Fill(numbers, -1);
        var groups = new int[leaders.Length];
        var next = 0;
        for (var i = 0; i < leaders.Length; i++)
        {
            var leader = leaders[i] < 0 ? i : leaders[i];
            if (numbers[leader] < 0)
            {
                numbers[leader] = next++;
            }

            groups[i] = numbers[leader];
        }

        return groups;
    }

    private static double[] Pool(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double minimumExpected,
        out Threshold threshold
    )
    {
        if (!(minimumExpected > 0) || double.IsPositiveInfinity(minimumExpected))
        {
            throw new ArgumentOutOfRangeException(
                nameof(minimumExpected),
                minimumExpected,
                "The minimum must be positive and finite."
            );
        }

        BinCounts.CheckSameBins(
            referenceCounts.Length,
            currentCounts.Length,
            nameof(referenceCounts),
            nameof(currentCounts)
        );
        double n = BinCounts.Total(referenceCounts, nameof(referenceCounts)),
            m = BinCounts.Total(currentCounts, nameof(currentCounts));
        threshold = new Threshold(Math.Min(n, m), n + m, minimumExpected);
        var pooled = new double[referenceCounts.Length];
        for (var i = 0; i < pooled.Length; i++)
        {
            pooled[i] = (double)referenceCounts[i] + currentCounts[i];
        }

        return pooled;
    }

    private readonly record struct Threshold(double SmallerTotal, double Total, double Minimum)
    {
        public bool IsReachedBy(double pooledCount) =>
            SmallerTotal > 0 && SmallerTotal * pooledCount / Total >= Minimum;
    }
}
