namespace Mlops.Data.Quality.Duplicates;

/// <summary>Columns that say the same.</summary>
/// <param name="Kind">In what they agree.</param>
/// <param name="Columns">Their names, two at least, in the order of the data.</param>
public sealed record DuplicateColumns(DuplicateColumnKind Kind, IReadOnlyList<string> Columns);
