using System.Globalization;

namespace Mlops.Data;

/// <summary>How long each window of <see cref="Dataset.SplitByTime"/> is.</summary>
/// <remarks>
/// Calendar units are those of the proleptic Gregorian calendar in UTC. Windows of a fixed length are counted from
/// 0001-01-01, a Monday. The default value is <see cref="Year"/>. Value equality.
/// </remarks>
public readonly record struct TimeWindow
{
    private readonly Unit _unit;
    private readonly long _ticks;

    private TimeWindow(Unit unit, long ticks = 0)
    {
        _unit = unit;
        _ticks = ticks;
    }

    private enum Unit
    {
        Year,
        Quarter,
        Month,
        Week,
        Day,
        Fixed,
    }

    /// <summary>Calendar years, labelled <c>2007</c>.</summary>
    public static TimeWindow Year { get; } = new(Unit.Year);

    /// <summary>Calendar quarters, labelled <c>2007-Q1</c>.</summary>
    public static TimeWindow Quarter { get; } = new(Unit.Quarter);

    /// <summary>Calendar months, labelled <c>2007-03</c>.</summary>
    public static TimeWindow Month { get; } = new(Unit.Month);

    /// <summary>ISO 8601 weeks, Monday to Sunday, labelled <c>2007-W10</c>.</summary>
    public static TimeWindow Week { get; } = new(Unit.Week);

    /// <summary>Days, labelled <c>2007-03-05</c>.</summary>
    public static TimeWindow Day { get; } = new(Unit.Day);

    /// <summary>Windows of one length, labelled by their start.</summary>
    /// <param name="length">The length; more than zero.</param>
    public static TimeWindow Of(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        return new TimeWindow(Unit.Fixed, length.Ticks);
    }

    /// <summary>Windows of one length, labelled by their start.</summary>
    /// <param name="length">The length; more than zero.</param>
    public static implicit operator TimeWindow(TimeSpan length) => Of(length);

    /// <summary>Windows of one length, labelled by their start.</summary>
    /// <param name="length">The length; more than zero.</param>
    public static TimeWindow FromTimeSpan(TimeSpan length) => Of(length);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text"><c>Year</c>, <c>Quarter</c>, <c>Month</c>, <c>Week</c> or <c>Day</c> in any case, or a length such as <c>06:00:00</c>.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public static TimeWindow Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var window in (ReadOnlySpan<TimeWindow>)[Year, Quarter, Month, Week, Day])
        {
            if (string.Equals(window.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return window;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length) && length > TimeSpan.Zero
            ? Of(length)
            : throw new FormatException(
                $"'{text}' is no window of time; it must be year, quarter, month, week, day or a length such as 06:00:00."
            );
    }

    /// <inheritdoc/>
    public override string ToString() => _unit == Unit.Fixed ? new TimeSpan(_ticks).ToString() : _unit.ToString();

    /// <summary>The start of the window that an instant is in.</summary>
    /// <param name="utc">The instant, in UTC.</param>
    public DateTime StartOf(DateTime utc) =>
        _unit switch
        {
            Unit.Year => new DateTime(utc.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Unit.Quarter => new DateTime(utc.Year, ((utc.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Unit.Month => new DateTime(utc.Year, utc.Month, 1, 0, 0, 0, DateTimeKind.Utc),
            Unit.Week => Multiple(utc, 7 * TimeSpan.TicksPerDay),
            Unit.Day => utc.Date,
            _ => Multiple(utc, _ticks),
        };

    // Exclusive; the last window of the calendar ends with it.
    internal DateTime EndOf(DateTime start) =>
        _unit switch
        {
            Unit.Year => start.Year == 9999 ? Last : start.AddYears(1),
            Unit.Quarter => start is { Year: 9999, Month: 10 } ? Last : start.AddMonths(3),
            Unit.Month => start is { Year: 9999, Month: 12 } ? Last : start.AddMonths(1),
            Unit.Week => Plus(start, 7 * TimeSpan.TicksPerDay),
            Unit.Day => Plus(start, TimeSpan.TicksPerDay),
            _ => Plus(start, _ticks),
        };

    internal string LabelOf(DateTime start) =>
        _unit switch
        {
            Unit.Year => Text(start, "yyyy"),
            Unit.Quarter => string.Create(
                CultureInfo.InvariantCulture,
                $"{start.Year:0000}-Q{((start.Month - 1) / 3) + 1}"
            ),
            Unit.Month => Text(start, "yyyy-MM"),
            Unit.Week => string.Create(
                CultureInfo.InvariantCulture,
                $"{ISOWeek.GetYear(start):0000}-W{ISOWeek.GetWeekOfYear(start):00}"
            ),
            Unit.Day => Text(start, "yyyy-MM-dd"),
            _ => Text(start, _ticks % TimeSpan.TicksPerDay == 0 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"),
        };

    private static DateTime Last => DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    private static DateTime Multiple(DateTime utc, long ticks) => new(utc.Ticks / ticks * ticks, DateTimeKind.Utc);

    private static DateTime Plus(DateTime start, long ticks) =>
        start.Ticks > DateTime.MaxValue.Ticks - ticks ? Last : new DateTime(start.Ticks + ticks, DateTimeKind.Utc);

    private static string Text(DateTime start, string form) => start.ToString(form, CultureInfo.InvariantCulture);
}
