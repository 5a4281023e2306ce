using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts keys on one thread: most significant digit first, by counting, each time over the range that the keys span.</summary>
/// <remarks>
/// A digit has about as many values as there are keys, so that one pass leaves runs short enough for insertion. Keys that crowd
/// into few digits are sorted again, over their own range; since each pass uses up at least six bits, the work is O(n) in the worst case.
/// </remarks>
internal static unsafe class RadixSort<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
{
    /// <summary>Up to so many keys, insertion is faster than counting.</summary>
    internal const int InsertionLimit = 32;

    private const int MinDigitBits = 6;
    private const int MaxDigitBits = 12;

    /// <summary>Sorts <paramref name="source"/>; the result is in <paramref name="target"/>, or in place. The other buffer is left with anything.</summary>
    [SkipLocalsInit]
    internal static void Sort(TKey* source, TKey* target, int count, bool inPlace)
    {
        if (count <= InsertionLimit)
        {
            var result = Settle(source, target, count, inPlace);
            InsertionSort(result, count);
            return;
        }

        var (min, max) = KeySpan<TKey, IdentityKeyCodec<TKey>>.Range(source, count);
        if (min == max)
        {
            Settle(source, target, count, inPlace);
            return;
        }

        var digitBits = Math.Clamp(BitOperations.Log2((uint)count), MinDigitBits, MaxDigitBits);
        var shift = Math.Max(0, BitLength(max - min) - digitBits);
        var slots = int.CreateTruncating((max - min) >> shift) + 1;
        var ends = stackalloc int[slots];
        new Span<int>(ends, slots).Clear();
        for (var i = 0; i < count; i++)
        {
            ends[int.CreateTruncating((source[i] - min) >> shift)]++;
        }

        var (start, largest) = (0, 0);
        for (var slot = 0; slot < slots; slot++)
        {
            var size = ends[slot];
            largest = Math.Max(largest, size);
            ends[slot] = start;
            start += size;
        }

        for (var i = 0; i < count; i++)
        {
            var key = source[i];
            target[ends[int.CreateTruncating((key - min) >> shift)]++] = key;
        }

        if (shift == 0)
        {
            Settle(target, source, count, !inPlace);
        }
        else if (largest <= InsertionLimit)
        {
            InsertionSort(Settle(target, source, count, !inPlace), count);
        }
        else
        {
            SortSlots(target, source, ends, slots, !inPlace);
        }
    }

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

    /// <summary>How many bits it takes to write <paramref name="value"/>.</summary>
    internal static int BitLength(TKey value) =>
        (sizeof(TKey) * 8) - int.CreateTruncating(TKey.LeadingZeroCount(value));

    internal static void InsertionSort(TKey* keys, int count)
    {
        for (var i = 1; i < count; i++)
        {
            var key = keys[i];
            var j = i - 1;
            if (keys[j] <= key)
            {
                continue;
            }

            do
            {
                keys[j + 1] = keys[j];
                j--;
            } while (j >= 0 && keys[j] > key);

            keys[j + 1] = key;
        }
    }
}
