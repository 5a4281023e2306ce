using System.Buffers;
using System.Numerics;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts many numbers: partitions them into groups that fit a cache, and sorts the groups on all threads.</summary>
/// <remarks>Numbers of equal keys are of equal bits, so the result is the same whatever the number of threads.</remarks>
internal static unsafe class ParallelRadixSort<TKey, TCodec>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TCodec : struct, IKeyCodec<TKey>
{
    /// <summary>From so many numbers on, partitioning pays.</summary>
    internal const int PartitionLimit = 16_384;

    private const int ScratchFreeLimit = 32;

    /// <summary>A group of so many keys may be split again, on all threads.</summary>
    private const int CrowdedLimit = 65_536;

    /// <summary>Sorts bits of numbers into <paramref name="target"/>, which may be <paramref name="source"/> itself.</summary>
    /// <returns>-1, or the position of a NaN, in which case nothing has been written.</returns>
    internal static int Sort(TKey* source, TKey* target, int count, ComputeContext context)
    {
        if (count == 0)
        {
            return -1;
        }

        var sorted = KeySpan<TKey, TCodec>.AscendingPrefix(source, count);
        var (min, max) =
            sorted == count
                ? (TCodec.Encode(source[0]), TCodec.Encode(source[count - 1]))
                : Range(source, count, context);
        if (min < TCodec.NegativeInfinity || max > TCodec.PositiveInfinity)
        {
            return KeySpan<TKey, TCodec>.FindNaN(source, count);
        }

        if (sorted == count || min == max)
        {
            new ReadOnlySpan<TKey>(source, count).CopyTo(new Span<TKey>(target, count));
        }
        else if (count <= ScratchFreeLimit)
        {
            KeySpan<TKey, TCodec>.Encode(source, target, count);
            InsertionFinish<TKey>.Finish(target, count, count);
            KeySpan<TKey, TCodec>.DecodeInPlace(target, count);
        }
        else if (count < PartitionLimit || !DistinctSort<TKey, TCodec>.TrySort(source, target, count, context))
        {
            SortByScratch(source, target, count, min, max, context);
        }

        return -1;
    }

    private static void SortByScratch(TKey* source, TKey* target, int count, TKey min, TKey max, ComputeContext context)
    {
        var scratch = ArrayPool<TKey>.Shared.Rent(count);
        try
        {
            fixed (TKey* keys = scratch)
            {
                if (count < PartitionLimit)
                {
                    KeySpan<TKey, TCodec>.Encode(source, keys, count);
                    RadixSort<TKey>.Sort(keys, target, count, inPlace: false);
                    KeySpan<TKey, TCodec>.DecodeInPlace(target, count);
                }
                else
                {
                    SortLarge<TCodec>(source, keys, target, count, false, min, max, context);
                }
            }
        }
        finally
        {
            ArrayPool<TKey>.Shared.Return(scratch);
        }
    }

    /// <summary>
    /// Partitions <paramref name="source"/> into <paramref name="keys"/> and sorts the groups, decoded, in place or into
    /// <paramref name="target"/>, which may be <paramref name="source"/> itself.
    /// </summary>
    private static void SortLarge<TLoad>(
        TKey* source,
        TKey* keys,
        TKey* target,
        int count,
        bool inPlace,
        TKey min,
        TKey max,
        ComputeContext context
    )
        where TLoad : struct, IKeyCodec<TKey>
    {
        using var partition = RadixPartition<TKey, TLoad>.Scatter(source, keys, count, min, max, context);
        var starts = partition.GroupStarts;
        var crowded = Math.Max(CrowdedLimit, count / context.MaxDegreeOfParallelism / 2);
        BlockParallel.For(
            partition.GroupCount,
            context,
            group =>
            {
                var start = starts[group];
                var size = starts[group + 1] - start;
                if (size < crowded)
                {
                    RadixSort<TKey>.Sort(keys + start, target + start, size, inPlace);
                    KeySpan<TKey, TCodec>.DecodeInPlace((inPlace ? keys : target) + start, size);
                }
            }
        );
        for (var group = 0; group < partition.GroupCount; group++)
        {
            var start = starts[group];
            var size = starts[group + 1] - start;
            if (size >= crowded)
            {
                SortCrowded(keys + start, target + start, size, inPlace, context);
            }
        }
    }

    /// <summary>A group too large for one thread: many keys with the same leading bits.</summary>
    private static void SortCrowded(TKey* keys, TKey* other, int count, bool inPlace, ComputeContext context)
    {
        var (min, max) = KeySpan<TKey, IdentityKeyCodec<TKey>>.Range(keys, count);
        if (min < max)
        {
            SortLarge<IdentityKeyCodec<TKey>>(keys, other, keys, count, !inPlace, min, max, context);
            return;
        }

        var result = new Span<TKey>(inPlace ? keys : other, count);
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
}
