using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlops.Statistics.Sketches.FrequentItems;

/// <summary>The items that are held, compared ordinally, and what was taken from them.</summary>
/// <remarks>It keeps upper bounds, lower bound and error in one: a purge then raises the error, and changes no entry that stays.</remarks>
internal sealed class BoundTable
{
    private Dictionary<string, long> _upperBounds = new(StringComparer.Ordinal);

    internal int Count => _upperBounds.Count;

    /// <summary>The sum of what was taken from each item.</summary>
    internal long Error { get; private set; }

    /// <summary>The sum of the lower bounds.</summary>
    internal long Accounted { get; private set; }

    internal void EnsureCapacity(int count) => _upperBounds.EnsureCapacity(count);

    internal long UpperBoundOf(string item) => _upperBounds.GetValueOrDefault(item, Error);

    internal FrequentItem[] ToArray()
    {
        var items = new FrequentItem[_upperBounds.Count];
        var i = 0;
        foreach (var (item, bound) in _upperBounds)
        {
            items[i++] = new FrequentItem(item, bound - Error, bound);
        }

        return items;
    }

    /// <summary>Counts an item.</summary>
    /// <exception cref="ArgumentException">It was not held yet, and is not valid Unicode. Nothing is counted then.</exception>
    internal void Add(string item, long count, string parameterName)
    {
        ref var bound = ref CollectionsMarshal.GetValueRefOrNullRef(_upperBounds, item);
        if (Unsafe.IsNullRef(ref bound))
        {
            ThrowIfNotUnicode(item, parameterName);
            _upperBounds.Add(item, Error + count);
        }
        else
        {
            bound += count;
        }

        Accounted += count;
    }

    /// <summary>Adds to the error; the lower bounds stay.</summary>
    internal void Raise(long error)
    {
        if (error > 0)
        {
            Error += error;
            foreach (var item in _upperBounds.Keys)
            {
                CollectionsMarshal.GetValueRefOrNullRef(_upperBounds, item) += error;
            }
        }
    }

    /// <summary>Takes the (capacity + 1)-th largest count from every item, and drops those that have nothing left. More than capacity must be held.</summary>
    internal void Purge(int capacity)
    {
        var held = _upperBounds.Count;
        Error = Largest(capacity);
        foreach (var (item, bound) in _upperBounds)
        {
            if (bound <= Error)
            {
                _upperBounds.Remove(item);
            }
        }

        Accounted = 0;
        foreach (var bound in _upperBounds.Values)
        {
            Accounted += bound - Error;
        }

        if (held > 4 * capacity)
        {
            // A dictionary-encoded column with many items made the table large; it does not shrink by itself.
            _upperBounds = new Dictionary<string, long>(_upperBounds, StringComparer.Ordinal);
        }
    }

    internal static void ThrowIfNotUnicode(string item, string parameterName)
    {
        for (var i = 0; i < item.Length; i++)
        {
            if (!char.IsSurrogate(item[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(item[i]) || i + 1 == item.Length || !char.IsLowSurrogate(item[i + 1]))
            {
                throw new ArgumentException(
                    $"The item has a lone surrogate, U+{(int)item[i]:X4}, at position {i}; an item is valid Unicode.",
                    parameterName
                );
            }

            i++;
        }
    }

    /// <summary>The upper bound that <paramref name="rank"/> others are not below.</summary>
    private long Largest(int rank)
    {
        var rented = ArrayPool<long>.Shared.Rent(_upperBounds.Count);
        try
        {
            _upperBounds.Values.CopyTo(rented, 0);
            var bounds = rented.AsSpan(0, _upperBounds.Count);
            bounds.Sort();
            return bounds[^(rank + 1)];
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }
}
