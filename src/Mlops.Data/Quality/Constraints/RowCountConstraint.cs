using Mlops.Reporting;

namespace Mlops.Data.Quality.Constraints;

/// <summary>The data set has so many rows.</summary>
/// <param name="Minimum">The least number; <see langword="null"/> for no limit.</param>
/// <param name="Maximum">The largest number; <see langword="null"/> for no limit.</param>
public sealed record RowCountConstraint(long? Minimum, long? Maximum) : DataConstraint("rows")
{
    /// <inheritdoc/>
    public override string Kind => "rows";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [];

    /// <inheritdoc/>
    public override string Demand =>
        (Minimum, Maximum) switch
        {
            ({ } low, null) => $"there are at least {ReportFormat.Count(low)} rows",
            (null, { } high) => $"there are at most {ReportFormat.Count(high)} rows",
            _ => $"there are {ReportFormat.Count(Minimum ?? 0)} to {ReportFormat.Count(Maximum ?? 0)} rows",
        };

    internal override string? Fault() =>
        base.Fault()
        ?? (
            Minimum is null && Maximum is null ? "it has no limit"
            : Minimum < 0 || Maximum < 0 ? "a number of rows is never negative"
            : Minimum > Maximum ? $"its minimum {Minimum} is above its maximum {Maximum}"
            : null
        );
}
