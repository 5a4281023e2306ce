using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Keys put into groups of about one size: each group's keys are below the next group's.</summary>
/// <remarks>A sample says how the keys lie (<see cref="KeySplit"/>). A misleading sample makes groups uneven, and nothing worse.</remarks>
internal sealed unsafe class RadixPartition<TKey, TLoad> : IDisposable
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TLoad : struct, IKeyCodec<TKey>
{
    private const int CellBits = 12;
    private const int SampleSize = 8_192;
    private const int MaxChunks = 32;

    /// <summary>So many keys and as many again stay in the first-level cache while they are sorted.</summary>
    private const int GroupSize = 2_048;

    private const int MaxGroups = 2_048;

    private readonly TKey* _source;
    private readonly TKey* _target;
    private readonly int _count;
    private readonly TKey _min;
    private readonly int _shift;
    private readonly int _chunks;
    private readonly KeySplit[] _split;
    private readonly int[] _next;

    private RadixPartition(TKey* source, TKey* target, int count, TKey min, TKey max, int chunks)
    {
        _source = source;
        _target = target;
        (_count, _min, _chunks) = (count, min, chunks);
        var range = ulong.CreateTruncating(max - min);
        _shift = Math.Max(0, BitOperations.Log2(range) + 1 - CellBits);
        var cells = (int)(range >> _shift) + 1;
        _split = ArrayPool<KeySplit>.Shared.Rent(cells);
        GroupCount = Split(cells);
        _next = ArrayPool<int>.Shared.Rent(_chunks * GroupCount);
        GroupStarts = ArrayPool<int>.Shared.Rent(GroupCount + 1);
    }

    internal int GroupCount { get; }

    /// <summary>Where each group starts, and where the last one ends.</summary>
    internal int[] GroupStarts { get; }

    /// <summary>Reads <paramref name="source"/>, whose keys are from <paramref name="min"/> to <paramref name="max"/>, and writes all of <paramref name="target"/>.</summary>
    internal static RadixPartition<TKey, TLoad> Scatter(
        TKey* source,
        TKey* target,
        int count,
        TKey min,
        TKey max,
        ComputeContext context
    )
    {
        var threads = Math.Min(context.MaxDegreeOfParallelism, MaxChunks);
        var chunks = Math.Clamp(count / BlockParallel.BlockSize, 1, threads);
        var partition = new RadixPartition<TKey, TLoad>(source, target, count, min, max, chunks);
        try
        {
            BlockParallel.For(chunks, context, partition.CountChunk);
            partition.PlaceChunks();
            BlockParallel.For(chunks, context, partition.ScatterChunk);
            return partition;
        }
        catch
        {
            partition.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<KeySplit>.Shared.Return(_split);
        ArrayPool<int>.Shared.Return(_next);
        ArrayPool<int>.Shared.Return(GroupStarts);
    }

    private int ChunkStart(int chunk) => (int)((long)_count * chunk / _chunks);

    private int Split(int cells)
    {
        var rented = ArrayPool<int>.Shared.Rent(cells);
        var counts = rented.AsSpan(0, cells);
        counts.Clear();
        var sample = Math.Min(SampleSize, _count / 8);
        var stride = _count / sample;
        for (var i = 0; i < sample; i++)
        {
            counts[int.CreateTruncating((TLoad.Encode(_source[KeySample.PositionOf(i, stride)]) - _min) >> _shift)]++;
        }

        var wanted = Math.Clamp(_count / GroupSize, 1, MaxGroups);
        fixed (KeySplit* split = _split)
        {
            var groups = KeySplit.Allot(counts, sample, wanted, _shift, split);
            ArrayPool<int>.Shared.Return(rented);
            return groups;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountChunk(int chunk)
    {
        var counts = _next.AsSpan(chunk * GroupCount, GroupCount);
        counts.Clear();
        var (min, shift) = (_min, _shift);
        var end = _source + ChunkStart(chunk + 1);
        fixed (int* sizes = counts)
        fixed (KeySplit* split = _split)
        {
            for (var bits = _source + ChunkStart(chunk); bits < end; bits++)
            {
                var distance = TLoad.Encode(*bits) - min;
                sizes[split[int.CreateTruncating(distance >> shift)].SlotOf(distance)]++;
            }
        }
    }

    /// <summary>Turns the sizes of each chunk's share of a group into where it begins.</summary>
    private void PlaceChunks()
    {
        var position = 0;
        for (var group = 0; group < GroupCount; group++)
        {
            GroupStarts[group] = position;
            for (var chunk = 0; chunk < _chunks; chunk++)
            {
                ref var next = ref _next[(chunk * GroupCount) + group];
                (next, position) = (position, position + next);
            }
        }

        GroupStarts[GroupCount] = position;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScatterChunk(int chunk)
    {
        var target = _target;
        var (min, shift) = (_min, _shift);
        var end = _source + ChunkStart(chunk + 1);
        fixed (int* next = _next.AsSpan(chunk * GroupCount, GroupCount))
        fixed (KeySplit* split = _split)
        {
            for (var bits = _source + ChunkStart(chunk); bits < end; bits++)
            {
                var key = TLoad.Encode(*bits);
                var distance = key - min;
                target[next[split[int.CreateTruncating(distance >> shift)].SlotOf(distance)]++] = key;
            }
        }
    }
}
