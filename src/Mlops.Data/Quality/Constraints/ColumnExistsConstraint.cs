namespace Mlops.Data.Quality.Constraints;

/// <summary>The column is there.</summary>
/// <param name="Column">The column's name.</param>
public sealed record ColumnExistsConstraint(string Column) : DataConstraint($"{Column}/exists")
{
    /// <inheritdoc/>
    public override string Kind => "exists";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand => $"column {Column} is there";
}
