namespace Mlops.Data;

/// <summary>Which rows did not convert and what stood there, so that slices can still say so.</summary>
/// <remarks>Immutable; rows ascending; equal texts are held once.</remarks>
internal sealed class FailureLog
{
    private readonly int[] _rows;
    private readonly int[] _textOf;
    private readonly string[] _texts;

    private FailureLog(int[] rows, int[] textOf, string[] texts)
    {
        _rows = rows;
        _textOf = textOf;
        _texts = texts;
    }

    public static ConversionFailures Summarize(FailureLog? log) =>
        log is null ? default : new ConversionFailures(log._rows.Length, log._rows[0], log._texts[log._textOf[0]]);

    /// <summary>Every row that did not convert, ascending, with what stood there.</summary>
    public static IEnumerable<(int Row, string Text)> All(FailureLog? log) =>
        log is null ? [] : log._rows.Select((row, i) => (row, log._texts[log._textOf[i]]));

    public static FailureLog? Slice(FailureLog? log, int start, int length)
    {
        if (log is null)
            return null;
        var first = LowerBound(log._rows, start);
        var last = LowerBound(log._rows, start + length);
        if (first == last)
            return null;
        var rows = log._rows[first..last];
        for (var i = 0; i < rows.Length; i++)
            rows[i] -= start;
        return new FailureLog(rows, log._textOf[first..last], log._texts);
    }

    public static FailureLog? Take(FailureLog? log, ReadOnlySpan<int> rows)
    {
        if (log is null)
            return null;
        var taken = new List<int>();
        var textOf = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            var position = Array.BinarySearch(log._rows, rows[i]);
            if (position < 0)
                continue;
            taken.Add(i);
            textOf.Add(log._textOf[position]);
        }

        return taken.Count == 0 ? null : new FailureLog([.. taken], [.. textOf], log._texts);
    }

    /// <summary>The failures of an earlier conversion and those of a later one: the rows are different ones, since a failure is missing.</summary>
    public static FailureLog? Merge(FailureLog? earlier, FailureLog? later)
    {
        if (earlier is null || later is null)
            return earlier ?? later;
        int[] rows = [.. earlier._rows, .. later._rows];
        int[] textOf = [.. earlier._textOf, .. later._textOf.Select(text => text + earlier._texts.Length)];
        Array.Sort(rows, textOf);
        return new FailureLog(rows, textOf, [.. earlier._texts, .. later._texts]);
    }

    private static int LowerBound(int[] rows, int row)
    {
        var position = Array.BinarySearch(rows, row);
        return position < 0 ? ~position : position;
    }

    /// <summary>Collects failures in the order of the rows.</summary>
    internal sealed class Builder
    {
        private readonly List<int> _rows = [];
        private readonly List<int> _textOf = [];
        private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

        public void Add(int row, string text)
        {
            if (!_texts.TryGetValue(text, out var index))
                _texts.Add(text, index = _texts.Count);
            _rows.Add(row);
            _textOf.Add(index);
        }

        public FailureLog? Build() =>
            _rows.Count == 0
                ? null
                : new FailureLog([.. _rows], [.. _textOf], [.. _texts.OrderBy(t => t.Value).Select(t => t.Key)]);
    }
}
