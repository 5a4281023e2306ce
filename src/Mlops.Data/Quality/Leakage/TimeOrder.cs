namespace Mlops.Data.Quality.Leakage;

/// <summary>Asks whether current rows come after the reference: a model tested on rows older than some it was trained on has seen their future.</summary>
/// <remarks>O(rows). Rows without a time are left out.</remarks>
public static class TimeOrder
{
    private const int MostExamples = 10;

    /// <summary>Compares the times.</summary>
    /// <param name="reference">What a model was trained on.</param>
    /// <param name="current">What it is to be tested on.</param>
    /// <param name="column">The time column; where left out, the column of the reference whose role is time, or else its first time column.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval of the share, in (0,1).</param>
    /// <exception cref="ArgumentException">A column is named that the reference does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static TimeOrderResult Check(
        Dataset reference,
        Dataset current,
        string? column = null,
        double confidenceLevel = 0.90
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        OptionChecks.Level(confidenceLevel);
        var times = column is null ? reference.Columns.OfType<TimeColumn>().ToList() : [];
        var name = column is not null
            ? reference[column].Name
            : times.Find(time => reference.Schema[time.Name].Role == ColumnRole.Time)?.Name
                ?? (times.Count > 0 ? times[0].Name : null);
        var result = new TimeOrderResult
        {
            Status = ResultStatus.Absent,
            Column = name ?? "",
            Early = ShareOfRows.Of(0, 0, confidenceLevel),
        };
        if (
            name is null
            || reference[name] is not TimeColumn before
            || !current.TryGetColumn(name, out var found)
            || found.ConvertTo(ColumnKind.Time) is not TimeColumn after
        )
        {
            return result;
        }

        var end = before.UtcTicks.ToArray().Where(ticks => ticks != TimeColumn.Missing).DefaultIfEmpty(-1).Max();
        var present = after.UtcTicks.ToArray().Where(ticks => ticks != TimeColumn.Missing).ToList();
        if (end < 0 || present.Count == 0)
        {
            return result with { Status = ResultStatus.AllMissing };
        }

        var early = Enumerable.Range(0, after.Length).Where(row => after[row] is { } time && time.Ticks < end);
        return result with
        {
            Status = ResultStatus.Ok,
            ReferenceEnd = new DateTime(end, DateTimeKind.Utc),
            CurrentStart = new DateTime(present.Min(), DateTimeKind.Utc),
            Early = ShareOfRows.Of(early.LongCount(), present.Count, confidenceLevel),
            Examples = [.. early.Take(MostExamples).Select(row => (long)row)],
        };
    }
}
