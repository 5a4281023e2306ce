using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sketches.Cardinality;

/// <summary>A set of hashes in a table with open addressing, at most a quarter full. The hashes are evenly spread, so their low bits are the place.</summary>
internal sealed class HashSlots
{
    private const int FirstLength = 32;

    // Zero marks a free slot; whether the hash zero is in the set is told apart.
    private ulong[] _slots = new ulong[FirstLength];
    private bool _hasZero;

    internal int Count { get; private set; }

    /// <summary>Adds a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ulong hash)
    {
        // Most values of a column with few were seen before, and stand in the first place.
        var slots = _slots;
        if (slots[(int)hash & (slots.Length - 1)] != hash || hash == 0)
        {
            AddElsewhere(hash);
        }
    }

    /// <summary>The hashes in ascending order, in a new array.</summary>
    internal ulong[] ToSortedArray()
    {
        var hashes = new ulong[Count];
        var i = _hasZero ? 1 : 0;
        foreach (var hash in _slots)
        {
            if (hash != 0)
            {
                hashes[i++] = hash;
            }
        }

        Array.Sort(hashes);
        return hashes;
    }

    private void AddElsewhere(ulong hash)
    {
        if (hash == 0)
        {
            Count += _hasZero ? 0 : 1;
            _hasZero = true;
            return;
        }

        var slot = Find(_slots, hash);
        if (_slots[slot] == hash)
        {
            return;
        }

        Count++;
        if (Count > _slots.Length / 4)
        {
            Grow();
            slot = Find(_slots, hash);
        }

        _slots[slot] = hash;
    }

    private void Grow()
    {
        var larger = new ulong[2 * _slots.Length];
        foreach (var hash in _slots)
        {
            if (hash != 0)
            {
                larger[Find(larger, hash)] = hash;
            }
        }

        _slots = larger;
    }

    /// <summary>Where a hash stands, or the free slot where it would.</summary>
    private static int Find(ulong[] slots, ulong hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)hash & mask;
        while (slots[slot] != 0 && slots[slot] != hash)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
