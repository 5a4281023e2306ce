using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts many numbers of which few are distinct, such as ages, ratings and prices: counts each, sorts the distinct ones and writes each as often as it stands.</summary>
/// <remarks>
/// Whether it pays is read off a sample: among m values drawn from d that are equally frequent, about m² / 2d meet an equal one. If the
/// sample misleads, counting ends as soon as there are too many distinct values, and nothing has been written.
/// </remarks>
internal static unsafe class DistinctSort<TKey, TCodec>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TCodec : struct, IKeyCodec<TKey>
{
    private const int MaxDistinct = 16_384;

    /// <summary>A value should stand so often on average that counting it is faster than moving it.</summary>
    private const int MinMeanCount = 16;

    private const int MaxSample = 1_024;
    private const int MinStride = 64;

    /// <summary>Sorts bits of numbers, no NaN, into <paramref name="target"/>, which may be <paramref name="source"/> itself.</summary>
    /// <returns>Whether they were sorted: few enough are distinct. If not, nothing has been written.</returns>
    internal static bool TrySort(TKey* source, TKey* target, int count, ComputeContext context)
    {
        var limit = Math.Min(MaxDistinct, count / MinMeanCount);
        if (!LooksRepetitive(source, count, limit))
        {
            return false;
        }

        var chunks = Math.Clamp(count / BlockParallel.BlockSize, 1, context.MaxDegreeOfParallelism);
        var tallies = new KeyTally<TKey>?[chunks];
        try
        {
            if (!TryTally(source, count, limit, tallies, context))
            {
                return false;
            }

            Write(tallies[0]!, target, context);
            return true;
        }
        finally
        {
            foreach (var tally in tallies)
            {
                tally?.Dispose();
            }
        }
    }

    private static bool LooksRepetitive(TKey* bits, int count, int limit)
    {
        var sample = Math.Min(MaxSample, count / MinStride);
        var stride = count / sample;
        using var tally = new KeyTally<TKey>(sample);
        for (var i = 0; i < sample; i++)
        {
            if (!tally.TryAdd<TCodec>(bits + KeySample.PositionOf(i, stride), 1))
            {
                return false;
            }
        }

        // Half of what is expected at the limit, which chance hardly ever falls short of.
        return sample - tally.Distinct >= sample * sample / (4 * limit);
    }

    /// <summary>Counts each chunk on a thread of its own, and all of them into the first tally.</summary>
    private static bool TryTally(TKey* bits, int count, int limit, KeyTally<TKey>?[] tallies, ComputeContext context)
    {
        var blocks = BlockParallel.BlockCount(count);
        var failed = false;
        BlockParallel.For(
            tallies.Length,
            context,
            chunk =>
            {
                var tally = tallies[chunk] = new KeyTally<TKey>(limit);
                var end = (int)((long)blocks * (chunk + 1) / tallies.Length);
                for (var block = (int)((long)blocks * chunk / tallies.Length); block < end; block++)
                {
                    var start = block * BlockParallel.BlockSize;
                    var size = Math.Min(BlockParallel.BlockSize, count - start);
                    if (Volatile.Read(ref failed) || !tally.TryAdd<TCodec>(bits + start, size))
                    {
                        Volatile.Write(ref failed, true);
                        return;
                    }
                }
            }
        );
        for (var chunk = 1; chunk < tallies.Length && !failed; chunk++)
        {
            failed = !tallies[0]!.TryMerge(tallies[chunk]!);
        }

        return !failed;
    }

    private static void Write(KeyTally<TKey> tally, TKey* target, ComputeContext context)
    {
        var distinct = tally.Distinct;
        var keys = ArrayPool<TKey>.Shared.Rent(2 * distinct);
        var ends = ArrayPool<int>.Shared.Rent(distinct);
        try
        {
            tally.CopyKeys(keys);
            fixed (TKey* sorted = keys)
            {
                RadixSort<TKey>.Sort(sorted, sorted + distinct, distinct, inPlace: true);
            }

            var end = 0;
            for (var i = 0; i < distinct; i++)
            {
                end += tally.CountOf(keys[i]);
                ends[i] = end;
            }

            BlockParallel.For(
                BlockParallel.BlockCount(end),
                context,
                block => WriteBlock(keys, ends.AsSpan(0, distinct), target, block * BlockParallel.BlockSize)
            );
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ends);
            ArrayPool<TKey>.Shared.Return(keys);
        }
    }

    /// <summary>Writes the block of the result that begins at <paramref name="position"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteBlock(ReadOnlySpan<TKey> keys, ReadOnlySpan<int> ends, TKey* target, int position)
    {
        var found = ends.BinarySearch(position + 1);
        var stop = Math.Min(position + (long)BlockParallel.BlockSize, ends[^1]);
        for (var i = found >= 0 ? found : ~found; position < stop; i++)
        {
            var end = (int)Math.Min(ends[i], stop);
            new Span<TKey>(target + position, end - position).Fill(TCodec.Decode(keys[i]));
            position = end;
        }
    }
}
