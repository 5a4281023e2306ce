using System.Buffers;
using System.Numerics;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts many numbers: partitions them by their leading bits into groups that fit a cache, and sorts the groups on all threads.</summary>
/// <remarks>Numbers of equal keys are of equal bits, so the result is the same whatever the number of threads.</remarks>
internal static unsafe class ParallelRadixSort<TKey, TCodec>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TCodec : struct, IKeyCodec<TKey>
{
    /// <summary>From so many numbers on, partitioning pays.</summary>
    internal const int PartitionLimit = 32_768;

    private const int ScratchFreeLimit = RadixSort<TKey>.InsertionLimit;

    /// <summary>Sorts bits of numbers in place.</summary>
    /// <returns>-1, or the position of a NaN, in which case nothing has changed.</returns>
    internal static int Sort(TKey* bits, int count, ComputeContext context)
    {
        var sorted = KeySpan<TKey, TCodec>.AscendingPrefix(bits, count);
        var (min, max) =
            sorted == count && count > 0
                ? (TCodec.Encode(bits[0]), TCodec.Encode(bits[count - 1]))
                : Range(bits, count, context);
        if (count > 0 && (min < TCodec.NegativeInfinity || max > TCodec.PositiveInfinity))
        {
            return FindNaN(bits, count);
        }

        if (sorted == count || min == max)
        {
            return -1;
        }

        if (count <= ScratchFreeLimit)
        {
            KeySpan<TKey, TCodec>.Encode(bits, bits, count);
            RadixSort<TKey>.InsertionSort(bits, count);
            KeySpan<TKey, TCodec>.DecodeInPlace(bits, count);
            return -1;
        }

        var scratch = ArrayPool<TKey>.Shared.Rent(count);
        try
        {
            fixed (TKey* keys = scratch)
            {
                if (count < PartitionLimit)
                {
                    KeySpan<TKey, TCodec>.Encode(bits, keys, count);
                    RadixSort<TKey>.Sort(keys, bits, count, inPlace: false);
                    KeySpan<TKey, TCodec>.DecodeInPlace(bits, count);
                }
                else
                {
                    SortLarge<TCodec>(bits, keys, count, false, min, max, context);
                }
            }
        }
        finally
        {
            ArrayPool<TKey>.Shared.Return(scratch);
        }

        return -1;
    }

    /// <summary>Partitions <paramref name="source"/> into <paramref name="other"/> and sorts the groups into <paramref name="wantedInOther"/>'s buffer, decoded.</summary>
    private static void SortLarge<TLoad>(
        TKey* source,
        TKey* other,
        int count,
        bool wantedInOther,
        TKey min,
        TKey max,
        ComputeContext context
    )
        where TLoad : struct, IKeyCodec<TKey>
    {
        using var partition = RadixPartition<TKey, TLoad>.Scatter(source, other, count, min, max, context);
        var starts = partition.GroupStarts;
        var crowded = Math.Max(PartitionLimit, count / context.MaxDegreeOfParallelism / 2);
        BlockParallel.For(
            partition.GroupCount,
            context,
            group =>
            {
                var start = starts[group];
                var size = starts[group + 1] - start;
                if (size < crowded)
                {
                    RadixSort<TKey>.Sort(other + start, source + start, size, wantedInOther);
                    KeySpan<TKey, TCodec>.DecodeInPlace((wantedInOther ? other : source) + start, size);
                }
            }
        );
        for (var group = 0; group < partition.GroupCount; group++)
        {
            var start = starts[group];
            var size = starts[group + 1] - start;
            if (size >= crowded)
            {
                SortCrowded(other + start, source + start, size, !wantedInOther, context);
            }
        }
    }

    /// <summary>A group too large for one thread: many keys with the same leading bits.</summary>
    private static void SortCrowded(TKey* keys, TKey* other, int count, bool wantedInOther, ComputeContext context)
    {
        var (min, max) = KeySpan<TKey, IdentityKeyCodec<TKey>>.Range(keys, count);
        if (min < max)
        {
            SortLarge<IdentityKeyCodec<TKey>>(keys, other, count, wantedInOther, min, max, context);
            return;
        }

        var result = new Span<TKey>(wantedInOther ? other : keys, count);
        result.Fill(TCodec.Decode(min));
    }

    private static (TKey Min, TKey Max) Range(TKey* bits, int count, ComputeContext context)
    {
        var blocks = BlockParallel.BlockCount(count);
        if (blocks <= 2)
        {
            return KeySpan<TKey, TCodec>.Range(bits, count);
        }

        var ranges = new (TKey Min, TKey Max)[blocks];
        BlockParallel.For(
            blocks,
            context,
            block =>
            {
                var start = block * BlockParallel.BlockSize;
                ranges[block] = KeySpan<TKey, TCodec>.Range(
                    bits + start,
                    Math.Min(BlockParallel.BlockSize, count - start)
                );
            }
        );
        var (min, max) = ranges[0];
        foreach (var range in ranges)
        {
            min = TKey.Min(min, range.Min);
            max = TKey.Max(max, range.Max);
        }

        return (min, max);
    }

    private static int FindNaN(TKey* bits, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var key = TCodec.Encode(bits[i]);
            if (key < TCodec.NegativeInfinity || key > TCodec.PositiveInfinity)
            {
                return i;
            }
        }

        return -1;
    }
}
