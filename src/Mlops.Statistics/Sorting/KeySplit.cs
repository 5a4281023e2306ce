using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sorting;

/// <summary>Maps keys to slots in their order, so that slots hold about as many keys each, however unevenly the keys lie.</summary>
/// <remarks>
/// The leading bits of a key's distance from the least one name a cell; a cell with many keys is split into a power of two of slots by
/// the bits that follow, and neighbouring cells with few keys share one.
/// </remarks>
/// <param name="shift">By how much the distance is shifted to give a slot.</param>
/// <param name="offset">What then has to be added.</param>
internal readonly struct KeySplit(int shift, int offset)
{
    private readonly int _shift = shift;
    private readonly int _offset = offset;

    /// <summary>The slot of a key of this cell.</summary>
    /// <param name="distance">How far the key is above the least.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int SlotOf<TKey>(TKey distance)
        where TKey : unmanaged, IBinaryInteger<TKey> => int.CreateTruncating(distance >> _shift) + _offset;

    /// <summary>Gives each cell its slots: about as many as its share of <paramref name="wanted"/>, rounded up to a power of two.</summary>
    /// <param name="counts">The keys counted in each cell, all of them or a sample.</param>
    /// <param name="total">The sum of the counts.</param>
    /// <param name="wanted">How many slots there should be.</param>
    /// <param name="cellShift">How many bits of the distance follow those which name the cell.</param>
    /// <param name="cells">Receives the map of each cell.</param>
    /// <returns>How many slots there are: at least 1, fewer than four for each one wanted, and one.</returns>
    internal static unsafe int Allot(ReadOnlySpan<int> counts, int total, int wanted, int cellShift, KeySplit* cells)
    {
        // The sums are in units of 1 / wanted of a slot's keys.
        var (slots, filled) = (1, 0L);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            var share = (long)counts[cell] * wanted;
            if (share > total)
            {
                var bits = Math.Min(cellShift, BitOperations.Log2((ulong)((share - 1) / total)) + 1);
                slots += filled > 0 || slots > 1 ? 0 : -1;
                cells[cell] = new KeySplit(cellShift - bits, slots - (cell << bits));
                slots += 1 << bits;
                filled = share >> bits;
                continue;
            }

            if (filled + share > total)
            {
                slots++;
                filled = 0;
            }

            filled += share;
            cells[cell] = new KeySplit(cellShift, slots - 1 - cell);
        }

        return slots;
    }
}
