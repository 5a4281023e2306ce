namespace Mlops.Data.Quality.Leakage;

/// <summary>A row that occurs in both data sets.</summary>
/// <param name="CurrentRow">The current row, from 0.</param>
/// <param name="ReferenceRow">The first row of the reference that is equal to it, from 0.</param>
public sealed record OverlappingRow(long CurrentRow, long ReferenceRow);
