using Mlops.Reporting;

namespace Mlops.Data.Quality.Constraints;

/// <summary>No more than a share of the values is missing.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="MaximumShare">The largest share, in [0,1); 0 demands that none is missing.</param>
/// <remarks>
/// With 0, one missing value fails the data. With more, the interval of the share is held against the bound: few rows are Inconclusive.
/// Values that did not convert are missing.
/// </remarks>
public sealed record MissingShareConstraint(string Column, double MaximumShare) : DataConstraint($"{Column}/missing")
{
    /// <inheritdoc/>
    public override string Kind => "missing";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand =>
        MaximumShare == 0
            ? $"{Column} has no missing value"
            : $"at most {ReportFormat.Percent(MaximumShare, 2)} of {Column} are missing";

    internal override string? Fault() =>
        base.Fault() ?? (MaximumShare is >= 0 and < 1 ? null : $"its maximum share {MaximumShare} is not in [0,1)");
}
