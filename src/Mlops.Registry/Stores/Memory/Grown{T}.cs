namespace Mlops.Registry.Stores.Memory;

/// <summary>A list that grows at its end, of which each length is a value of its own.</summary>
/// <remarks>
/// Lengths share one array: an item beyond a length is not seen through it. One writer may add to the longest one that was
/// published; what a writer added and never published is overwritten by the next.
/// </remarks>
internal readonly struct Grown<T>
{
    private readonly T[]? _items;

    private Grown(T[] items, int count)
    {
        _items = items;
        Count = count;
    }

    public int Count { get; }

    public T this[int index] =>
        index < Count ? _items![index] : throw new ArgumentOutOfRangeException(nameof(index), index, null);

    public Grown<T> Add(T item)
    {
        var items = _items ?? new T[4];
        if (Count == items.Length)
        {
            Array.Resize(ref items, 2 * Count);
        }

        items[Count] = item;
        return new Grown<T>(items, Count + 1);
    }

    /// <summary>How many items, which ascend, are less than a value.</summary>
    public int CountBelow(T value)
    {
        var at = _items.AsSpan(0, Count).BinarySearch(value, Comparer<T>.Default);
        return at < 0 ? ~at : at;
    }
}
