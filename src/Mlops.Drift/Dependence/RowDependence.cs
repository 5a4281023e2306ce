using Mlops.Data;

namespace Mlops.Drift.Dependence;

/// <summary>Which rows may depend on each other. Immutable, with value equality; it is saved with the baseline.</summary>
/// <remarks>
/// Rows of one customer, or of days that follow each other, tell less than as many independent ones. The variance of shares between blocks of
/// rows says how much less (<see cref="Statistics.Dependence.DesignEffect"/>), and effective sizes are divided by it.
/// </remarks>
public sealed record RowDependence
{
    private const string EntityPrefix = "entity:";
    private const string PeriodPrefix = "period:";

    private RowDependence(string id, string? entityColumn = null, TimeWindow? period = null) =>
        (Id, EntityColumn, Period) = (id, entityColumn, period);

    /// <summary>
    /// By the data: rows with the same value of a column whose role is stated as <see cref="ColumnRole.Identifier"/>, where values repeat; otherwise
    /// rows that are near in time, where there is a time column, in as many blocks as the root of the number of rows; otherwise rows are
    /// taken to be independent.
    /// </summary>
    public static RowDependence Auto { get; } = new("auto");

    /// <summary>Rows are independent of each other.</summary>
    public static RowDependence Independent { get; } = new("independent");

    /// <summary>Rows that are near in time depend on each other, in as many blocks as the root of the number of rows.</summary>
    public static RowDependence Time { get; } = new("time");

    /// <summary>How it is written: <c>auto</c>, <c>entity:customer</c>, <c>period:Month</c>.</summary>
    public string Id { get; }

    /// <summary>The column that names the entity; <see langword="null"/> where it is not by entity.</summary>
    public string? EntityColumn { get; }

    /// <summary>The period; <see langword="null"/> where it is not by period.</summary>
    public TimeWindow? Period { get; }

    /// <summary>Rows with the same value of a column depend on each other.</summary>
    /// <param name="column">The column that names the entity, such as a customer.</param>
    public static RowDependence OfEntity(string column)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        return new RowDependence(EntityPrefix + column, entityColumn: column);
    }

    /// <summary>
    /// Rows of one period depend on each other, so that what varies between the reference's own periods is no drift. It takes a time column, and
    /// gives columns the test <c>period-variation</c>.
    /// </summary>
    /// <param name="period">The period, such as <see cref="TimeWindow.Week"/>: as long as what is compared later, with many of them in the reference.</param>
    public static RowDependence OfPeriods(TimeWindow period) => new($"{PeriodPrefix}{period}", period: period);

    /// <summary>Reads what <see cref="Id"/> says.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none of them; the message lists them.</exception>
    public static RowDependence Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            "auto" => Auto,
            "independent" => Independent,
            "time" => Time,
            _ when text.StartsWith(EntityPrefix, StringComparison.Ordinal) && text.Length > EntityPrefix.Length =>
                OfEntity(text[EntityPrefix.Length..]),
            _ when text.StartsWith(PeriodPrefix, StringComparison.Ordinal) => OfPeriods(
                TimeWindow.Parse(text[PeriodPrefix.Length..])
            ),
            _ => throw new FormatException(
                $"'{text}' is no dependence of rows; these are: auto, independent, time, entity:COLUMN, period:WINDOW (such as period:week)."
            ),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
