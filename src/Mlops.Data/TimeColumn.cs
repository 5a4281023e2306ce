namespace Mlops.Data;

/// <summary>A column of instants.</summary>
public sealed class TimeColumn : Column
{
    internal const long Missing = -1;

    internal TimeColumn(string name, SourceType sourceType, ReadOnlyMemory<long> utcTicks, FailureLog? failures = null)
        : base(name, ColumnKind.Time, sourceType, utcTicks.Length, failures) => UtcTicks = utcTicks;

    /// <summary>The instants in the order of the rows, as <see cref="DateTime.Ticks"/> in UTC (100 ns since year 1); -1, which no instant is, where missing.</summary>
    public ReadOnlyMemory<long> UtcTicks { get; }

    /// <summary>The instant of a row, in UTC; <see langword="null"/> when missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public DateTime? this[int row] =>
        UtcTicks.Span[row] switch
        {
            Missing => null,
            var ticks => new DateTime(ticks, DateTimeKind.Utc),
        };

    /// <inheritdoc/>
    public override bool IsMissing(int row) => UtcTicks.Span[row] == Missing;

    /// <inheritdoc/>
    public override TimeColumn Slice(int start, int length)
    {
        ThrowIfOutside(start, length);
        return new TimeColumn(
            Name,
            SourceType,
            UtcTicks.Slice(start, length),
            FailureLog.Slice(FailureLog, start, length)
        );
    }

    private protected override long CountMissing() => UtcTicks.Span.Count(Missing);

    private protected override TimeColumn TakeChecked(ReadOnlySpan<int> rows) =>
        new(Name, SourceType, Gather(UtcTicks.Span, rows, Missing), FailureLog.Take(FailureLog, rows));

    private protected override TimeColumn RenamedTo(string name) => new(name, SourceType, UtcTicks, FailureLog);
}
