using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts keys on one thread: they are counted into slots over the range that they span, and neighbours are settled at the end.</summary>
/// <remarks>
/// There are more slots than keys, so that one pass leaves runs of a few keys. Where keys crowd, their cells are split by the bits that
/// follow (<see cref="KeySplit"/>); what crowds all the same is sorted again, over its own range. Equal keys crowd too, but take few
/// slots; then a look at the order after the first pass mostly finds it done. Since each pass uses up at least five
/// bits, the work is O(n) in the worst case.
/// </remarks>
internal static unsafe class RadixSort<TKey, TFinish>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TFinish : struct, IRunFinish<TKey>
{
    /// <summary>Up to so many keys, insertion is faster than counting.</summary>
    private const int InsertionLimit = 32;

    /// <summary>Beyond so many keys, they are first distributed into buckets that stay in the first-level cache.</summary>
    private const int CacheLimit = 12_000;

    private const int BucketSize = 1_500;
    private const int MaxSlots = 4_096;

    /// <summary>With longer runs than this in slots of equal width, the keys are crowded.</summary>
    private const int EvenLimit = 8;

    /// <summary>Crowded keys that take at most one slot for so many of them are expected to be equal.</summary>
    private const int FewLimit = 2;

    private const int MinCellBits = 6;
    private const int MaxCellBits = 12;

    /// <summary>Sorts <paramref name="source"/>; the result is in <paramref name="target"/>, or in place. The other buffer is left with anything.</summary>
    internal static void Sort(TKey* source, TKey* target, int count, bool inPlace)
    {
        if (count <= InsertionLimit)
        {
            var few = Settle(source, target, count, inPlace);
            InsertionFinish<TKey>.Finish(few, count, count);
            return;
        }

        var (min, max) = KeySpan<TKey, IdentityKeyCodec<TKey>>.Range(source, count);
        if (min == max)
        {
            Settle(source, target, count, inPlace);
        }
        else if (count > CacheLimit || !TrySortEven(source, target, count, inPlace, min, max))
        {
            SortUneven(source, target, count, inPlace, min, max);
        }
    }

    /// <summary>Slots of equal width, at most 4,096 of them and otherwise half as many again as there are keys.</summary>
    /// <returns>Whether the keys lie evenly or take few slots; if not, <paramref name="source"/> is as it was.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TrySortEven(TKey* source, TKey* target, int count, bool inPlace, TKey min, TKey max)
    {
        var range = ulong.CreateTruncating(max - min);
        var isExact = range < MaxSlots;
        var slots = isExact ? (int)range + 1 : Math.Min(count + (count / 2), MaxSlots);

        // The leading 32 bits of a distance, times slots per distance in units of 2^-32.
        var shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(range));
        var scale = ((ulong)slots << 32) / ((range >> shift) + 1);
        var next = stackalloc int[slots];
        var sizes = new Span<int>(next, slots);
        sizes.Clear();
        for (var i = 0; i < count; i++)
        {
            next[(nint)((ulong.CreateTruncating(source[i] - min) >> shift) * scale >> 32)]++;
        }

        var longest = TurnIntoStarts(sizes);
        if (longest > EvenLimit && !isExact && Occupied(next, slots, count) > count / FewLimit)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var key = source[i];
            target[next[(nint)((ulong.CreateTruncating(key - min) >> shift) * scale >> 32)]++] = key;
        }

        if (longest <= EvenLimit && !isExact)
        {
            TFinish.Finish(Settle(target, source, count, !inPlace), count, longest);
        }
        else if (isExact || KeySpan<TKey, IdentityKeyCodec<TKey>>.AscendingPrefix(target, count) == count)
        {
            Settle(target, source, count, !inPlace);
        }
        else
        {
            SortSlots(target, source, next, slots, !inPlace);
        }

        return true;
    }

    /// <summary>Slots by the keys' own distribution: for runs of a few keys, or for buckets when there are many.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortUneven(TKey* source, TKey* target, int count, bool inPlace, TKey min, TKey max)
    {
        var cellBits = Math.Clamp(BitOperations.Log2((uint)count), MinCellBits, MaxCellBits);
        var shift = Math.Max(0, BitLength(max - min) - cellBits);
        var cells = int.CreateTruncating((max - min) >> shift) + 1;
        var counts = stackalloc int[cells];
        new Span<int>(counts, cells).Clear();
        for (var i = 0; i < count; i++)
        {
            counts[int.CreateTruncating((source[i] - min) >> shift)]++;
        }

        var split = stackalloc KeySplit[cells];
        var wanted = count > CacheLimit ? Math.Clamp(count / BucketSize, 64, MaxSlots) : Math.Min(count, MaxSlots);
        var slots = KeySplit.Allot(new Span<int>(counts, cells), count, wanted, shift, split);
        var next = stackalloc int[slots];
        var sizes = new Span<int>(next, slots);
        sizes.Clear();
        for (var i = 0; i < count; i++)
        {
            var distance = source[i] - min;
            next[split[int.CreateTruncating(distance >> shift)].SlotOf(distance)]++;
        }

        var longest = TurnIntoStarts(sizes);
        for (var i = 0; i < count; i++)
        {
            var key = source[i];
            var distance = key - min;
            target[next[split[int.CreateTruncating(distance >> shift)].SlotOf(distance)]++] = key;
        }

        if (longest <= InsertionLimit)
        {
            TFinish.Finish(Settle(target, source, count, !inPlace), count, longest);
        }
        else
        {
            SortSlots(target, source, next, slots, !inPlace);
        }
    }

    /// <summary>How many bits it takes to write <paramref name="value"/>.</summary>
    internal static int BitLength(TKey value) =>
        (sizeof(TKey) * 8) - int.CreateTruncating(TKey.LeadingZeroCount(value));

    /// <summary>Turns the slots' sizes into where each starts.</summary>
    /// <returns>The largest size.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TurnIntoStarts(Span<int> sizes)
    {
        var (start, largest) = (0, 0);
        foreach (ref var slot in sizes)
        {
            var size = slot;
            largest = Math.Max(largest, size);
            slot = start;
            start += size;
        }

        return largest;
    }

    /// <summary>How many slots have keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Occupied(int* starts, int slots, int count)
    {
        var occupied = starts[slots - 1] < count ? 1 : 0;
        var slot = 1;
        var rises = Vector<int>.Zero;
        for (; slot <= slots - Vector<int>.Count; slot += Vector<int>.Count)
        {
            // A comparison that holds is -1.
            rises -= Vector.LessThan(Vector.Load(starts + slot - 1), Vector.Load(starts + slot));
        }

        for (; slot < slots; slot++)
        {
            occupied += starts[slot - 1] < starts[slot] ? 1 : 0;
        }

        return occupied + Vector.Sum(rises);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortSlots(TKey* source, TKey* target, int* ends, int slots, bool inPlace)
    {
        var start = 0;
        for (var slot = 0; slot < slots; slot++)
        {
            var size = ends[slot] - start;
            if (size > 0)
            {
                Sort(source + start, target + start, size, inPlace);
            }

            start = ends[slot];
        }
    }

    /// <summary>Brings finished keys to where the result is wanted.</summary>
    private static TKey* Settle(TKey* source, TKey* target, int count, bool inPlace)
    {
        if (inPlace)
        {
            return source;
        }

        new ReadOnlySpan<TKey>(source, count).CopyTo(new Span<TKey>(target, count));
        return target;
    }
}
