namespace Mlops.Statistics.Sketches.Sampling;

/// <summary>A uniform sample of rows without replacement, of fixed size, that merges: every set of rows of that size is equally likely.</summary>
/// <typeparam name="T">The type of the values: <see cref="double"/>, <see cref="float"/> or <see cref="long"/> (for row numbers, keys or times).</typeparam>
/// <remarks>
/// <para>Bottom-k sampling (Cohen and Kaplan, 2007): a row is known by its stream (its file, machine or day) and its number there, and
/// its priority is Philox of the seed at that place. The sample is the rows of the least priorities.</para>
/// <para>The merge law is exact: a row's priority depends on nothing but the row, so in whatever parts and order rows come, the sample is
/// the same, byte for byte. It is uniform when no two rows are the same stream and row: give each part another stream, or row
/// numbers that go on. Rows that are the same have one priority, and are then drawn together.</para>
/// <para>Missing values (NaN) are counted and not drawn; -0.0 is kept as 0.0. Adding costs one Philox block a row, and memory is
/// O(size). Columns of one table that are sampled with one seed, and streams and rows alike, are sampled at the same rows
/// wherever none of them is missing.</para>
/// </remarks>
public sealed partial class Reservoir<T> : IAccumulator<Reservoir<T>>
    where T : unmanaged
{
    private readonly BottomEntries _entries;

    internal Reservoir(ReservoirDefinition<T> definition)
    {
        Definition = definition;
        _entries = new BottomEntries(definition.Size);
    }

    /// <summary>The definition it was made by.</summary>
    public ReservoirDefinition<T> Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many values it has seen, missing ones excepted.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were missing (NaN).</summary>
    public long MissingCount { get; private set; }

    /// <summary>How many rows are drawn: the size, or all where there are fewer.</summary>
    public int EffectiveSize => (int)Math.Min(Definition.Size, Count);

    /// <summary>Whether every row is in the sample.</summary>
    public bool IsExact => Count <= Definition.Size;

    /// <summary>The rows that are drawn with their values, the least priority first, which is a random order.</summary>
    /// <remarks>The first j of them are a uniform sample of size j. Computed at each call: O(k log k) after rows were added.</remarks>
    public IReadOnlyList<ReservoirItem<T>> Items
    {
        get
        {
            var entries = _entries.Sorted();
            var items = new ReservoirItem<T>[entries.Length];
            for (var i = 0; i < items.Length; i++)
            {
                var entry = entries[i];
                items[i] = new ReservoirItem<T>(entry.Stream, entry.Row, ReservoirValue<T>.FromBits(entry.Bits));
            }

            return items;
        }
    }

    /// <summary>The values that are drawn, in the order of <see cref="Items"/>.</summary>
    /// <returns>A new array of <see cref="EffectiveSize"/> values.</returns>
    public T[] ToArray()
    {
        var entries = _entries.Sorted();
        var values = new T[entries.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ReservoirValue<T>.FromBits(entries[i].Bits);
        }

        return values;
    }

    /// <summary>Shows it the value of a row.</summary>
    /// <param name="value">The value; NaN is missing.</param>
    /// <param name="row">The number of the row in its stream, from 0 to <see cref="long.MaxValue"/> - 1.</param>
    /// <param name="stream">The part of the data that the row is counted in.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not in its range.</exception>
    public void Add(T value, long row, ulong stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfEqual(row, long.MaxValue);
        Add([value], row, stream);
    }

    /// <summary>Shows it the values of rows that follow each other.</summary>
    /// <param name="values">The values; NaN is missing, and its row is passed over.</param>
    /// <param name="firstRow">The number of the first row in its stream, at least 0: where the block before ended.</param>
    /// <param name="stream">The part of the data that the rows are counted in.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstRow"/> is negative, or a row would be beyond <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<T> values, long firstRow, ulong stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstRow, long.MaxValue - values.Length);
        var seed = Definition.Seed;
        var missing = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (ReservoirValue<T>.IsMissing(values[i]))
            {
                missing++;
                continue;
            }

            var row = firstRow + i;
            var priority = ReservoirEntry.PriorityOf(seed, stream, row);
            if (priority <= _entries.Threshold)
            {
                _entries.Add(new ReservoirEntry(priority, stream, row, ReservoirValue<T>.Bits(values[i])));
            }
        }

        MissingCount += missing;
        Count += values.Length - missing;
    }

    /// <inheritdoc/>
    public void Merge(Reservoir<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        // A copy, so that a sample can be merged with itself.
        foreach (var entry in other._entries.Sorted().ToArray())
        {
            _entries.Add(entry);
        }

        Count += other.Count;
        MissingCount += other.MissingCount;
    }
}
