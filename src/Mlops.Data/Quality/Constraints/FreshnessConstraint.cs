using Mlops.Reporting;

namespace Mlops.Data.Quality.Constraints;

/// <summary>The newest time of a column is not older than so long.</summary>
/// <param name="Column">The column's name: times.</param>
/// <param name="MaximumAge">The largest age.</param>
/// <remarks>
/// The age is from the newest time that is not in the future to <see cref="DataQualityOptions.TimeProvider"/>'s now; times in the
/// future are counted and told, since one of them would make stale data look new.
/// </remarks>
public sealed record FreshnessConstraint(string Column, TimeSpan MaximumAge) : DataConstraint($"{Column}/freshness")
{
    /// <inheritdoc/>
    public override string Kind => "freshness";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand => $"the newest {Column} is at most {Duration(MaximumAge)} old";

    internal static string Duration(TimeSpan time) =>
        time.TotalDays >= 2 ? $"{ReportFormat.Number(time.TotalDays, 3)} days"
        : time.TotalHours >= 1 ? $"{ReportFormat.Number(time.TotalHours, 3)} hours"
        : $"{ReportFormat.Number(time.TotalMinutes, 3)} minutes";

    internal override string? Fault() =>
        base.Fault() ?? (MaximumAge > TimeSpan.Zero ? null : $"its maximum age {MaximumAge} is not positive");
}
