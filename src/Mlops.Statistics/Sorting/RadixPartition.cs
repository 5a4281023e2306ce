using System.Buffers;
using System.Numerics;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Keys put in the order of their leading bits: each group's keys are below the next group's.</summary>
/// <remarks>The leading 16 bits of the keys' range are counted; neighbouring counts are joined to groups of about one size.</remarks>
internal sealed unsafe class RadixPartition<TKey, TLoad> : IDisposable
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TLoad : struct, IKeyCodec<TKey>
{
    private const int DigitBits = 16;
    private const int MaxChunks = 32;

    /// <summary>A chunk counts into 65,536 slots of its own; with fewer keys that does not pay.</summary>
    private const int MinChunkSize = 2 * BlockParallel.BlockSize;

    private const int MinGroupSize = 4_096;
    private const int MaxGroups = 1_024;

    /// <summary>Two neighbouring groups together exceed the wanted size, so there are at most twice as many and one.</summary>
    private const int GroupLimit = (2 * MaxGroups) + 2;

    private readonly TKey* _source;
    private readonly TKey* _target;
    private readonly int _count;
    private readonly TKey _min;
    private readonly int _shift;
    private readonly int _slots;
    private readonly int _chunks;
    private readonly int[] _counts;
    private readonly ushort[] _groupOfSlot;
    private readonly int[] _next;

    private RadixPartition(TKey* source, TKey* target, int count, TKey min, TKey max, int chunks)
    {
        _source = source;
        _target = target;
        (_count, _min, _chunks) = (count, min, chunks);
        _shift = Math.Max(0, RadixSort<TKey>.BitLength(max - min) - DigitBits);
        _slots = int.CreateTruncating((max - min) >> _shift) + 1;
        _counts = ArrayPool<int>.Shared.Rent(_slots * _chunks);
        _groupOfSlot = ArrayPool<ushort>.Shared.Rent(_slots);
        _next = ArrayPool<int>.Shared.Rent(_chunks * GroupLimit);
        GroupStarts = ArrayPool<int>.Shared.Rent(GroupLimit + 1);
    }

    internal int GroupCount { get; private set; }

    /// <summary>Where each group starts, and where the last one ends.</summary>
    internal int[] GroupStarts { get; }

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
        var chunks = Math.Clamp(count / MinChunkSize, 1, threads);
        var partition = new RadixPartition<TKey, TLoad>(source, target, count, min, max, chunks);
        try
        {
            BlockParallel.For(chunks, context, partition.CountChunk);
            partition.FormGroups();
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
        ArrayPool<int>.Shared.Return(_counts);
        ArrayPool<ushort>.Shared.Return(_groupOfSlot);
        ArrayPool<int>.Shared.Return(_next);
        ArrayPool<int>.Shared.Return(GroupStarts);
    }

    private int ChunkStart(int chunk) => (int)((long)_count * chunk / _chunks);

    private void CountChunk(int chunk)
    {
        var counts = _counts.AsSpan(chunk * _slots, _slots);
        counts.Clear();
        var (min, shift) = (_min, _shift);
        var end = _source + ChunkStart(chunk + 1);
        fixed (int* slots = counts)
        {
            for (var bits = _source + ChunkStart(chunk); bits < end; bits++)
            {
                slots[int.CreateTruncating((TLoad.Encode(*bits) - min) >> shift)]++;
            }
        }
    }

    /// <summary>Joins neighbouring slots until the next one would make the group too large.</summary>
    private void FormGroups()
    {
        var wanted = Math.Max(MinGroupSize, _count / MaxGroups);
        var (group, size, start) = (0, 0, 0);
        GroupStarts[0] = 0;
        _next.AsSpan(0, _chunks * GroupLimit).Clear();
        for (var slot = 0; slot < _slots; slot++)
        {
            var inSlot = 0;
            for (var chunk = 0; chunk < _chunks; chunk++)
            {
                inSlot += _counts[(chunk * _slots) + slot];
            }

            if (inSlot == 0)
            {
                continue;
            }

            if (size > 0 && size + inSlot > wanted)
            {
                GroupStarts[++group] = start;
                size = 0;
            }

            for (var chunk = 0; chunk < _chunks; chunk++)
            {
                _next[(chunk * GroupLimit) + group] += _counts[(chunk * _slots) + slot];
            }

            _groupOfSlot[slot] = (ushort)group;
            size += inSlot;
            start += inSlot;
        }

        GroupCount = group + 1;
        GroupStarts[GroupCount] = _count;
        PlaceChunks();
    }

    /// <summary>Turns the sizes of each chunk's share of a group into where it begins.</summary>
    private void PlaceChunks()
    {
        for (var group = 0; group < GroupCount; group++)
        {
            var position = GroupStarts[group];
            for (var chunk = 0; chunk < _chunks; chunk++)
            {
                ref var next = ref _next[(chunk * GroupLimit) + group];
                (next, position) = (position, position + next);
            }
        }
    }

    private void ScatterChunk(int chunk)
    {
        var target = _target;
        var (min, shift) = (_min, _shift);
        var end = _source + ChunkStart(chunk + 1);
        fixed (int* next = _next.AsSpan(chunk * GroupLimit, GroupLimit))
        fixed (ushort* groups = _groupOfSlot)
        {
            for (var bits = _source + ChunkStart(chunk); bits < end; bits++)
            {
                var key = TLoad.Encode(*bits);
                target[next[groups[int.CreateTruncating((key - min) >> shift)]]++] = key;
            }
        }
    }
}
