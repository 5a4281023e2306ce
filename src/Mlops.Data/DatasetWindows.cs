using System.Collections;

namespace Mlops.Data;

/// <summary>The windows of <see cref="Dataset.SplitByTime"/> that have rows, earliest first.</summary>
public sealed class DatasetWindows : IReadOnlyList<DatasetWindow>
{
    private readonly DatasetWindow[] _windows;

    internal DatasetWindows(DatasetWindow[] windows, long rowsWithoutTime)
    {
        _windows = windows;
        RowsWithoutTime = rowsWithoutTime;
    }

    /// <summary>How many rows are in no window because their time is missing.</summary>
    public long RowsWithoutTime { get; }

    /// <inheritdoc/>
    public int Count => _windows.Length;

    /// <inheritdoc/>
    public DatasetWindow this[int index] => _windows[index];

    /// <inheritdoc/>
    public IEnumerator<DatasetWindow> GetEnumerator() => ((IEnumerable<DatasetWindow>)_windows).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
