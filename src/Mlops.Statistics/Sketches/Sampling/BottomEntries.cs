namespace Mlops.Statistics.Sketches.Sampling;

/// <summary>The entries of the least priorities. Twice as many are gathered before they are sorted, so that one costs O(log k) amortised.</summary>
internal sealed class BottomEntries(int size)
{
    private const int FirstLength = 16;

    private readonly int _size = size;
    private ReservoirEntry[] _entries = [];
    private int _count;
    private int _sortedCount;

    /// <summary>What has a greater priority is surely not among them.</summary>
    internal ulong Threshold { get; private set; } = ulong.MaxValue;

    internal void Add(ReservoirEntry entry)
    {
        if (_count == _entries.Length)
        {
            Grow();
        }

        _entries[_count++] = entry;
    }

    /// <summary>The entries in order, at most as many as the size; good until the next call.</summary>
    internal ReadOnlySpan<ReservoirEntry> Sorted()
    {
        if (_sortedCount < _count)
        {
            _entries.AsSpan(0, _count).Sort();
            _count = Math.Min(_count, _size);
            _sortedCount = _count;
            if (_count == _size)
            {
                Threshold = _entries[_count - 1].Priority;
            }
        }

        return _entries.AsSpan(0, _count);
    }

    private void Grow()
    {
        if (_entries.Length < 2 * _size)
        {
            Array.Resize(ref _entries, Math.Clamp(2 * _entries.Length, FirstLength, Math.Max(FirstLength, 2 * _size)));
        }
        else
        {
            Sorted();
        }
    }
}
