using System.Numerics;
using System.Runtime.InteropServices;
using Mlops.Statistics.Hashing;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>The compactors of a sketch: a base of values as they came, and above it sorted levels whose items stand for 2^level values each.</summary>
internal sealed class KllLevels<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly KllCapacities _capacities;
    private readonly ulong _seed;
    private T[][] _items =
    [
        [],
    ];
    private int[] _counts = [0];
    private int _aboveBase;

    internal KllLevels(KllCapacities capacities, ulong seed) => (_capacities, _seed) = (capacities, seed);

    internal int Height => _counts.Length;

    /// <summary>A digest of all that was ever compacted; 0 where nothing was.</summary>
    internal ulong History { get; set; }

    /// <summary>The sum of 4^level over all compactions.</summary>
    internal UInt128 Variance { get; set; }

    /// <summary>Whether every compaction so far dropped only equals of what it kept.</summary>
    internal bool IsLossless { get; set; } = true;

    /// <summary>The least and greatest value that left the base.</summary>
    internal (T Least, T Greatest) Range { get; set; } = (T.PositiveInfinity, T.NegativeInfinity);

    internal ReadOnlySpan<T> this[int level] => _items[level].AsSpan(0, _counts[level]);

    internal int BaseCapacity => _capacities.Base(Height);

    internal int RetainedCount => _counts[0] + _aboveBase;

    /// <summary>Takes in values, leaving NaN out.</summary>
    /// <returns>How many were NaN.</returns>
    internal int Add(ReadOnlySpan<T> values)
    {
        var missing = 0;
        while (!values.IsEmpty)
        {
            if (_counts[0] >= BaseCapacity)
            {
                CompactBase();
                Compress();
            }

            var take = Math.Min(values.Length, BaseCapacity - _counts[0]);
            Reserve(0, _counts[0] + take);
            var count = _counts[0];
            var target = _items[0];
            foreach (var value in values[..take])
            {
                // The sum makes -0 to 0; what is NaN is written over by the next value.
                target[count] = value + T.Zero;
                count += T.IsNaN(value) ? 0 : 1;
            }

            missing += take - (count - _counts[0]);
            _counts[0] = count;
            values = values[take..];
        }

        return missing;
    }

    /// <summary>Takes in the compactors of a sketch that is not this one.</summary>
    internal void Merge(KllLevels<T> other)
    {
        // The coins of equal histories were the same coins: the errors are equal, not independent, and their sum has twice the size.
        var isSame = History != 0 && (History, Variance) == (other.History, other.Variance);
        Variance = isSame ? 4 * Variance : Variance + other.Variance;
        IsLossless &= other.IsLossless;
        Range = (T.Min(Range.Least, other.Range.Least), T.Max(Range.Greatest, other.Range.Greatest));
        History = Join(History, other.History);
        Grow(other.Height);
        for (var level = 1; level < other.Height; level++)
        {
            Insert(level, other[level], stride: 1);
        }

        Add(other[0]);
        Compress();
    }

    internal KllLevels<T> Copy()
    {
        var copy = new KllLevels<T>(_capacities, _seed)
        {
            History = History,
            Variance = Variance,
            IsLossless = IsLossless,
            Range = Range,
        };
        copy.Grow(Height);
        for (var level = 0; level < Height; level++)
        {
            copy.Insert(level, this[level], stride: 1);
        }

        return copy;
    }

    /// <summary>Puts in what was read: a base in any order, or sorted items into an empty level.</summary>
    internal void Restore(int level, ReadOnlySpan<T> items)
    {
        Grow(level + 1);
        _items[level] = items.ToArray();
        _counts[level] = items.Length;
        _aboveBase += level > 0 ? items.Length : 0;
    }

    /// <summary>Whether it is in a state that adding and merging leave it in: each part within its capacity.</summary>
    internal bool IsWithinCapacity => _counts[0] <= BaseCapacity && _aboveBase <= _capacities.AboveBase(Height);

    private void CompactBase()
    {
        var items = _items[0].AsSpan(0, _counts[0]);
        History = NotZero(StableHash.OfBytes(MemoryMarshal.AsBytes(items), History));
        KllScalar<T>.Sort(items);
        Range = (T.Min(Range.Least, items[0]), T.Max(Range.Greatest, items[^1]));
        Compact(0);
    }

    /// <summary>Compacts the lowest level that is too full, until all together are within their capacities (lazily: Ivkin et al. 2019).</summary>
    private void Compress()
    {
        while (true)
        {
            if (_counts[0] > BaseCapacity)
            {
                // The base of a higher sketch is smaller.
                CompactBase();
            }
            else if (_aboveBase > _capacities.AboveBase(Height))
            {
                Compact(LowestFullLevel());
            }
            else
            {
                return;
            }
        }
    }

    private int LowestFullLevel()
    {
        var level = 1;
        while (_counts[level] <= _capacities.Level(level, Height))
        {
            level++;
        }

        return level;
    }

    /// <summary>Moves every other item of a sorted level up, where it stands for itself and its neighbour. An odd last item stays.</summary>
    private void Compact(int level)
    {
        var count = _counts[level];
        var items = _items[level].AsSpan(0, count & ~1);
        IsLossless = IsLossless && ArePairs(items);
        Variance += UInt128.One << (2 * level);
        Grow(level + 2);
        Insert(level + 1, items[Toss(level)..], stride: 2);
        if (count > items.Length)
        {
            _items[level][0] = _items[level][count - 1];
        }

        _counts[level] = count - items.Length;
        _aboveBase -= level > 0 ? items.Length : 0;
    }

    /// <summary>A fair coin, 0 or 1, that depends on the seed, on the level, and on everything that was compacted before it.</summary>
    /// <remarks>
    /// Not the next bit of a stream: a thousand machines with one seed would toss the same coins in the same order, and their errors
    /// would add up where they should average out. Nor of the level's items alone: where few values are distinct the same items
    /// come again and again, and with them the same coin. With the values in the order they came, two parts share their coins
    /// only as long as they are the same values in the same order.
    /// </remarks>
    private int Toss(int level)
    {
        var (coin, _, high, low) = Philox.Block(_seed, History, (ulong)level);
        History = NotZero(((ulong)high << 32) | low);
        return (int)(coin & 1);
    }

    private static ulong Join(ulong history, ulong other)
    {
        if (history == 0 || other == 0)
        {
            return history | other;
        }

        var (_, _, high, low) = Philox.Block(history, other, ulong.MaxValue);
        return NotZero(((ulong)high << 32) | low);
    }

    private static ulong NotZero(ulong history) => history == 0 ? 1 : history;

    private static bool ArePairs(ReadOnlySpan<T> items)
    {
        for (var i = 0; i + 1 < items.Length; i += 2)
        {
            if (items[i] != items[i + 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Merges the first, the stride-th, … of sorted items into a sorted level, from the end, in place.</summary>
    private void Insert(int level, ReadOnlySpan<T> items, int stride)
    {
        var added = (items.Length + stride - 1) / stride;
        var old = _counts[level] - 1;
        _counts[level] += added;
        _aboveBase += level > 0 ? added : 0;
        Reserve(level, _counts[level]);
        var target = _items[level];
        var next = (added - 1) * stride;
        for (var last = _counts[level] - 1; next >= 0; last--)
        {
            if (old >= 0 && target[old] > items[next])
            {
                target[last] = target[old--];
            }
            else
            {
                target[last] = items[next];
                next -= stride;
            }
        }
    }

    private void Reserve(int level, int count)
    {
        if (_items[level].Length < count)
        {
            Array.Resize(ref _items[level], Math.Max(count, Math.Max(16, 2 * _items[level].Length)));
        }
    }

    private void Grow(int height)
    {
        var old = Height;
        if (height > old)
        {
            Array.Resize(ref _items, height);
            Array.Resize(ref _counts, height);
            _items.AsSpan(old).Fill([]);
        }
    }
}
