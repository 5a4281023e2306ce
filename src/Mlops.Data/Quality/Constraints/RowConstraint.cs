using Mlops.Reporting;

namespace Mlops.Data.Quality.Constraints;

/// <summary>A constraint that each row keeps or violates.</summary>
/// <remarks>
/// Where no violation is tolerated, one fails the data and none passes them: that is a fact about these rows. Where a share is
/// tolerated, the interval of the share of violating rows is held against it: surely more is a Fail, surely not more is a Pass, and
/// in between the rows are too few to tell.
/// </remarks>
public abstract record RowConstraint : DataConstraint
{
    private protected RowConstraint(string id)
        : base(id) { }

    /// <summary>The share of rows that may violate the constraint, in [0,1). Rows without a value are not counted.</summary>
    /// <value>The default is 0: none.</value>
    public double TolerableShare { get; init; }

    /// <summary>The tolerance, as an addition to <see cref="DataConstraint.Demand"/>.</summary>
    private protected string Tolerance =>
        TolerableShare > 0 ? $" ({ReportFormat.Percent(TolerableShare, 2)} may differ)" : "";

    internal override string? Fault() =>
        base.Fault()
        ?? (TolerableShare is >= 0 and < 1 ? null : $"its tolerable share {TolerableShare} is not in [0,1)");
}
