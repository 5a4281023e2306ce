namespace Mlops.Data.Quality.Duplicates;

/// <summary>A column whose values are all different, or nearly.</summary>
/// <param name="Column">The column.</param>
/// <param name="PresentCount">The values that are there.</param>
/// <param name="DistinctCount">The different ones among them.</param>
/// <param name="RepeatedRows">The first rows whose value stands in an earlier row.</param>
public sealed record KeyCandidate(
    string Column,
    long PresentCount,
    long DistinctCount,
    IReadOnlyList<long> RepeatedRows
)
{
    /// <summary>Whether no value comes twice.</summary>
    public bool IsUnique => DistinctCount == PresentCount;
}
