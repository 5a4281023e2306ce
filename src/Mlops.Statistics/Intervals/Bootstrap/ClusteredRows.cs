namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>Rows put together by the entity they belong to.</summary>
internal sealed class ClusteredRows
{
    private readonly double[] _values;
    private readonly int[] _ends;

    internal ClusteredRows(ReadOnlySpan<double> values, ReadOnlySpan<int> codes)
    {
        var order = new Dictionary<int, int>();
        var sizes = new List<int>();
        foreach (var code in codes)
        {
            if (order.TryAdd(code, sizes.Count))
            {
                sizes.Add(0);
            }

            sizes[order[code]]++;
        }

        _ends = [.. sizes];
        for (var i = 1; i < _ends.Length; i++)
        {
            _ends[i] += _ends[i - 1];
        }

        _values = new double[values.Length];
        var next = new int[_ends.Length];
        for (var i = 1; i < next.Length; i++)
        {
            next[i] = _ends[i - 1];
        }

        for (var i = 0; i < values.Length; i++)
        {
            _values[next[order[codes[i]]]++] = values[i];
        }
    }

    internal int Count => _ends.Length;

    internal ReadOnlySpan<double> Values => _values;

    /// <summary>The rows of a cluster.</summary>
    internal ReadOnlySpan<double> this[int cluster]
    {
        get
        {
            var start = cluster == 0 ? 0 : _ends[cluster - 1];
            return _values.AsSpan(start, _ends[cluster] - start);
        }
    }
}
