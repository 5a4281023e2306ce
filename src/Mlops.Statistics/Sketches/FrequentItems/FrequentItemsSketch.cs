using Mlops.Statistics.Counting;

namespace Mlops.Statistics.Sketches.FrequentItems;

/// <summary>Counts the frequent ones of many texts, in bounded memory, with bounds that are certain.</summary>
/// <remarks>
/// <para>Misra and Gries (1982), with the merge of Agarwal et al. (2013): when more than 2 k items are held, the (k + 1)-th largest
/// count is taken from every one, and those that have nothing left are dropped. What was taken adds up to
/// <see cref="MaximumError"/> E. An item's true count is in [c, c + E], with c what is left of it, 0 for one that is not held; so
/// every item that was seen more than E times is held. Since each time at least k + 1 items lose as much,
/// E ≤ (n - Σ c) / (k + 1).</para>
/// <para>The merge law: bounds hold and E ≤ n / (k + 1) in whatever parts and order the items come. While the distinct items of all
/// parts are no more than 2 k the merge is exact, and the sketch the same, byte for byte; beyond that the order of parts
/// decides which of the rare items are held, and a.Merge(b) equals b.Merge(a).</para>
/// <para>Items are compared ordinally; the empty string is one of them, and not missing. The same calls give the same sketch on every
/// machine. Adding is O(1) amortised, whatever the counts.</para>
/// </remarks>
public sealed partial class FrequentItemsSketch : IAccumulator<FrequentItemsSketch>
{
    private readonly BoundTable _held = new();

    internal FrequentItemsSketch(FrequentItemsDefinition definition) => Definition = definition;

    /// <summary>The definition it was made by.</summary>
    public FrequentItemsDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many items it has taken in, repetitions counted: n.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were missing. They are not in <see cref="Count"/>.</summary>
    public long MissingCount { get; private set; }

    /// <summary>The most by which a lower bound can be short of the truth; 0 while it is exact, and at most n / (k + 1).</summary>
    public long MaximumError => _held.Error;

    /// <summary>Whether nothing was dropped yet: every item is held with its exact count.</summary>
    public bool IsExact => MaximumError == 0;

    /// <summary>How many items are held, at most <see cref="FrequentItemsDefinition.HeldLimit"/>.</summary>
    public int HeldCount => _held.Count;

    /// <summary>How many of <see cref="Count"/> the lower bounds do not account for; 0 while it is exact.</summary>
    /// <remarks>O(1).</remarks>
    public long Remainder => Count - _held.Accounted;

    /// <summary>The items that are held: the largest lower bound first, equal ones in ordinal order.</summary>
    /// <remarks>Computed at each call: O(k log k).</remarks>
    public IReadOnlyList<FrequentItem> Items
    {
        get
        {
            var items = _held.ToArray();
            Array.Sort(items, Compare);
            return items;
        }
    }

    /// <summary>How often an item was seen, at least.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The lower bound; 0 for one that is not held.</returns>
    public long LowerBoundOf(string item) => UpperBoundOf(item) - MaximumError;

    /// <summary>How often an item was seen, at most.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The upper bound; <see cref="MaximumError"/> for one that is not held.</returns>
    public long UpperBoundOf(string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _held.UpperBoundOf(item);
    }

    /// <summary>Counts an item.</summary>
    /// <param name="item">The item, of valid Unicode.</param>
    /// <param name="count">How often it was seen, at least 0; 0 changes nothing.</param>
    /// <exception cref="ArgumentException"><paramref name="item"/> holds a lone surrogate, and so could not be saved.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or <see cref="Count"/> would exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(string item, long count = 1)
    {
        ArgumentNullException.ThrowIfNull(item);
        ThrowIfNotAddable(count, nameof(count));
        if (count > 0)
        {
            Insert(item, count, nameof(item));
            Purge();
        }
    }

    /// <summary>Counts missing values.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void AddMissing(long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        MissingCount += count;
    }

    /// <summary>Counts a dictionary-encoded column.</summary>
    /// <param name="codes">For each row the position of its item in <paramref name="categories"/>; -1 is missing.</param>
    /// <param name="categories">The dictionary. An item that stands there twice is counted as one.</param>
    /// <remarks>
    /// O(rows + d) for a dictionary of d, and nothing is allocated for a row. All items are counted before any is dropped, so the order
    /// of the dictionary does not matter.
    /// </remarks>
    /// <exception cref="ArgumentException">A code is below -1 or not in the dictionary, or an item is <see langword="null"/> or holds a lone surrogate. Nothing is counted then.</exception>
    public void Add(ReadOnlySpan<int> codes, IReadOnlyList<string> categories)
    {
        using var tally = new CodeTally(codes, categories);
        ThrowIfNotAddable(codes.Length - tally.Missing, nameof(codes));
        var distinct = 0;
        for (var i = 0; i < categories.Count; i++)
        {
            if (tally[i] > 0)
            {
                BoundTable.ThrowIfNotUnicode(categories[i], nameof(categories));
                distinct++;
            }
        }

        _held.EnsureCapacity(distinct);
        for (var i = 0; i < categories.Count; i++)
        {
            if (tally[i] > 0)
            {
                Insert(categories[i], tally[i], nameof(categories));
            }
        }

        MissingCount += tally.Missing;
        Purge();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The definitions are not equal, or <see cref="Count"/> would exceed <see cref="long.MaxValue"/>.</exception>
    public void Merge(FrequentItemsSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        ThrowIfNotAddable(other.Count, nameof(other));
        // Copies, so that a sketch can be merged with itself.
        var (items, count, missing) = (other._held.ToArray(), other.Count, other.MissingCount);

        // An item that only one of the two holds may have been dropped by the other, so every upper bound grows by the other's error.
        _held.Raise(other.MaximumError);
        foreach (var (item, lowerBound, _) in items)
        {
            _held.Add(item, lowerBound, nameof(other));
        }

        Count += count;
        MissingCount += missing;
        Purge();
    }

    private static int Compare(FrequentItem left, FrequentItem right)
    {
        var byCount = right.LowerBound.CompareTo(left.LowerBound);
        return byCount != 0 ? byCount : string.CompareOrdinal(left.Item, right.Item);
    }

    private void ThrowIfNotAddable(long count, string parameterName)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count, parameterName);
        if (count > long.MaxValue - Count)
        {
            throw new ArgumentOutOfRangeException(
                parameterName,
                $"{Count} items and {count} more are beyond {long.MaxValue}, the largest count."
            );
        }
    }

    private void Insert(string item, long count, string parameterName)
    {
        _held.Add(item, count, parameterName);
        Count += count;
    }

    private void Purge()
    {
        if (_held.Count > Definition.HeldLimit)
        {
            _held.Purge(Definition.Capacity);
        }
    }
}
