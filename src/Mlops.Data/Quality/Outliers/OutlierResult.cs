namespace Mlops.Data.Quality.Outliers;

/// <summary>What lies beyond the fences of each column of numbers.</summary>
/// <param name="Columns">The columns, in the order of the reference.</param>
/// <param name="RowCount">The rows that were looked at.</param>
/// <param name="Options">How outliers were told.</param>
public sealed record OutlierResult(IReadOnlyList<ColumnOutliers> Columns, long RowCount, OutlierOptions Options)
{
    /// <summary>The result of a column.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="KeyNotFoundException">The reference has no such column of numbers.</exception>
    public ColumnOutliers this[string column] =>
        Columns.FirstOrDefault(result => result.Column == column)
        ?? throw new KeyNotFoundException($"There are no fences for a column '{column}'.");
}
