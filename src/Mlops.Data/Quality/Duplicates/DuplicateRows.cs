namespace Mlops.Data.Quality.Duplicates;

/// <summary>Rows that are all equal.</summary>
/// <param name="Count">How many rows there are.</param>
/// <param name="Rows">The first of them, from 0, ascending.</param>
public sealed record DuplicateRows(long Count, IReadOnlyList<long> Rows);
