using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sorting;

/// <summary>Counts how often each key stands, as long as few keys are distinct: a table that fits the second-level cache.</summary>
/// <remarks>Open addressing with linear probing and Fibonacci hashing; the table doubles when it is half full. Reference: Knuth (1998), 6.4.</remarks>
/// <param name="limit">The most distinct keys, at least 1.</param>
internal sealed unsafe class KeyTally<TKey>(int limit) : IDisposable
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
{
    private const int MinTableBits = 11;

    /// <summary>No key stands further from its own place, so that keys which collide by design can't make the table slow.</summary>
    private const int MaxDisplacement = 64;

    private readonly int _limit = limit;
    private int _tableBits = MinTableBits;
    private Entry[] _table = RentTable(MinTableBits);

    /// <summary>How many distinct keys have been counted.</summary>
    internal int Distinct { get; private set; }

    /// <summary>No number has this key, which is that of a NaN.</summary>
    private static TKey Nothing => TKey.MaxValue;

    private Span<Entry> Table => _table.AsSpan(0, TableLength(_tableBits));

    /// <summary>Counts the keys of numbers.</summary>
    /// <returns>Whether there was room; if not, some of them have been counted.</returns>
    internal bool TryAdd<TCodec>(TKey* bits, int count)
        where TCodec : struct, IKeyCodec<TKey>
    {
        for (var i = 0; ; i++)
        {
            i += CountKnown<TCodec>(bits + i, count - i);
            if (i == count)
            {
                return true;
            }

            if (!TryInsert(new Entry { Key = TCodec.Encode(bits[i]), Count = 1 }))
            {
                return false;
            }
        }
    }

    /// <summary>Adds the counts of another tally.</summary>
    /// <returns>Whether there was room; if not, some of them have been added.</returns>
    internal bool TryMerge(KeyTally<TKey> other)
    {
        foreach (ref readonly var entry in other.Table)
        {
            if (entry.Key == Nothing)
            {
                continue;
            }

            ref var own = ref _table[Find(Table, _tableBits, entry.Key)];
            if (own.Key == entry.Key)
            {
                own.Count += entry.Count;
            }
            else if (!TryInsert(entry))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often a key that has been counted stands.</summary>
    internal int CountOf(TKey key) => _table[Find(Table, _tableBits, key)].Count;

    /// <summary>Writes the distinct keys, in any order.</summary>
    internal void CopyKeys(Span<TKey> keys)
    {
        var copied = 0;
        foreach (ref readonly var entry in Table)
        {
            if (entry.Key != Nothing)
            {
                keys[copied++] = entry.Key;
            }
        }
    }

    public void Dispose() => ArrayPool<Entry>.Shared.Return(_table);

    /// <summary>Counts keys up to the first that is not in the table, and returns how many that is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountKnown<TCodec>(TKey* bits, int count)
        where TCodec : struct, IKeyCodec<TKey>
    {
        var tableBits = _tableBits;
        fixed (Entry* table = _table)
        {
            for (var i = 0; i < count; i++)
            {
                var key = TCodec.Encode(bits[i]);
                var entry = table + PlaceOf(key, tableBits);
                while (entry->Key != key)
                {
                    if (entry->Key == Nothing)
                    {
                        return i;
                    }

                    entry++;
                }

                entry->Count++;
            }
        }

        return count;
    }

    private bool TryInsert(Entry entry)
    {
        if (Distinct == _limit || (2 * Distinct >= 1 << _tableBits && !TryGrow()))
        {
            return false;
        }

        Distinct++;
        return TryPlace(Table, _tableBits, entry);
    }

    private bool TryGrow()
    {
        var larger = RentTable(_tableBits + 1);
        var table = larger.AsSpan(0, TableLength(_tableBits + 1));
        var fits = true;
        foreach (ref readonly var entry in Table)
        {
            fits &= entry.Key == Nothing || TryPlace(table, _tableBits + 1, entry);
        }

        Dispose();
        (_table, _tableBits) = (larger, _tableBits + 1);
        return fits;
    }

    /// <summary>Puts a key that is not in the table at the first free place from its own.</summary>
    private static bool TryPlace(Span<Entry> table, int tableBits, Entry entry)
    {
        var index = Find(table, tableBits, entry.Key);
        if (index - PlaceOf(entry.Key, tableBits) > MaxDisplacement)
        {
            return false;
        }

        table[index] = entry;
        return true;
    }

    /// <summary>Where a key stands, or the first free place from its own. The last entry, where no key is put, is always free.</summary>
    private static int Find(Span<Entry> table, int tableBits, TKey key)
    {
        var index = PlaceOf(key, tableBits);
        while (table[index].Key != key && table[index].Key != Nothing)
        {
            index++;
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(TKey key, int tableBits) =>
        (int)((ulong.CreateTruncating(key) * 0x9E37_79B9_7F4A_7C15) >> (64 - tableBits));

    private static int TableLength(int tableBits) => (1 << tableBits) + MaxDisplacement + 1;

    private static Entry[] RentTable(int tableBits)
    {
        var table = ArrayPool<Entry>.Shared.Rent(TableLength(tableBits));
        table.AsSpan(0, TableLength(tableBits)).Fill(new Entry { Key = Nothing });
        return table;
    }

    private struct Entry
    {
        public TKey Key;
        public int Count;
    }
}
