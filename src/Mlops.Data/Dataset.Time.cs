namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Splits the rows at an instant of the time column.</summary>
    /// <param name="utc">The instant: a local one is converted to UTC, an unspecified one is taken as UTC. Rows of exactly that instant come after.</param>
    /// <remarks>Rows need not be sorted and keep their order. Rows without a time are in neither part. The time column is the one with <see cref="ColumnRole.Time"/>, or else the only one of kind <see cref="ColumnKind.Time"/>.</remarks>
    /// <exception cref="InvalidOperationException">There is no time column, or more than one; the message says what to do.</exception>
    public (Dataset Before, Dataset After) SplitAt(DateTime utc)
    {
        var instant = Column.TicksOf(utc);
        var ticks = TimeColumnToSplitBy().UtcTicks.Span;
        var before = new List<int>();
        var after = new List<int>();
        for (var row = 0; row < ticks.Length; row++)
        {
            if (ticks[row] != TimeColumn.Missing)
                (ticks[row] < instant ? before : after).Add(row);
        }

        return (OfRows([.. before]), OfRows([.. after]));
    }

    /// <summary>Splits the rows into windows of time.</summary>
    /// <param name="window">How long a window is.</param>
    /// <returns>The windows that have rows, earliest first, and how many rows have no time and are in none.</returns>
    /// <remarks>Rows need not be sorted and keep their order within a window. The time column is the one with <see cref="ColumnRole.Time"/>, or else the only one of kind <see cref="ColumnKind.Time"/>. O(n).</remarks>
    /// <exception cref="InvalidOperationException">There is no time column, or more than one; the message says what to do.</exception>
    public DatasetWindows SplitByTime(TimeWindow window)
    {
        var times = TimeColumnToSplitBy();
        var ticks = times.UtcTicks.Span;
        var rowsOf = new SortedDictionary<DateTime, List<int>>();
        List<int>? rows = null;
        DateTime start = default;
        DateTime end = default;
        for (var row = 0; row < ticks.Length; row++)
        {
            if (ticks[row] == TimeColumn.Missing)
                continue;
            if (rows is null || ticks[row] < start.Ticks || ticks[row] >= end.Ticks)
            {
                start = window.StartOf(new DateTime(ticks[row], DateTimeKind.Utc));
                end = window.EndOf(start);
                if (!rowsOf.TryGetValue(start, out rows))
                    rowsOf.Add(start, rows = []);
            }

            rows.Add(row);
        }

        var windows = rowsOf.Select(entry =>
        {
            var label = window.LabelOf(entry.Key);
            return new DatasetWindow(label, entry.Key, window.EndOf(entry.Key), OfRows([.. entry.Value]));
        });
        return new DatasetWindows([.. windows], times.MissingCount);
    }

    private TimeColumn TimeColumnToSplitBy()
    {
        var stated = Schema
            .Columns.Where(column => column.Role == ColumnRole.Time)
            .Select(column => column.Name)
            .ToArray();
        string[] candidates =
            stated.Length > 0
                ? stated
                : [.. _columns.Where(column => column is TimeColumn).Select(column => column.Name)];
        if (candidates.Length != 1)
        {
            throw new InvalidOperationException(
                candidates.Length == 0
                    ? $"'{Name}' has no time column: read one as {nameof(ColumnKind.Time)}, by CsvOptions.Kinds or ConvertTo."
                    : $"'{Name}' has more than one time column ({string.Join(", ", candidates)}): state the one by WithRole(…, ColumnRole.Time)."
            );
        }

        return this[candidates[0]] as TimeColumn
            ?? throw new InvalidOperationException(
                $"Column '{candidates[0]}' has the role {nameof(ColumnRole.Time)} but holds {this[candidates[0]].Kind}: read it as {nameof(ColumnKind.Time)}, by CsvOptions.Kinds or ConvertTo."
            );
    }
}
