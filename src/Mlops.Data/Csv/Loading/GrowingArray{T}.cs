namespace Mlops.Data.Csv.Loading;

/// <summary>An array that grows at its end and is handed over at its exact length.</summary>
internal struct GrowingArray<T>
{
    private const int FirstLength = 256;
    private T[] _items;

    public GrowingArray() => _items = [];

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Length());
        _items[Count++] = item;
    }

    public T[] ToArray()
    {
        if (Count != _items.Length)
            Array.Resize(ref _items, Count);
        return _items;
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
