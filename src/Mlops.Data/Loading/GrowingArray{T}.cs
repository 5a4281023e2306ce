namespace Mlops.Data.Loading;

/// <summary>An array that grows at its end and is handed over without much behind it.</summary>
/// <param name="capacity">How many items will probably come; 0 when nobody knows.</param>
internal struct GrowingArray<T>(int capacity)
{
    private const int FirstLength = 256;
    private T[] _items = capacity == 0 ? [] : new T[capacity];

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Length());
        _items[Count++] = item;
    }

    public ReadOnlyMemory<T> ToMemory()
    {
        // A copy is worth it only where much would be held in vain.
        if (_items.Length - Count > _items.Length / 8)
            Array.Resize(ref _items, Count);
        return _items.AsMemory(0, Count);
    }

    private readonly int Length()
    {
        if (Count == Array.MaxLength)
            throw new InvalidOperationException(
                $"A column holds {Array.MaxLength} rows at most, and the file has more."
            );
        return (int)Math.Min(Math.Max(FirstLength, 2L * Count), Array.MaxLength);
    }
}
