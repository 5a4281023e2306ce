namespace Mlops.Data.Quality.Duplicates;

/// <summary>The rows that come more than once, the columns that say the same, and the keys.</summary>
public sealed record DuplicateResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows or columns.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The share of the rows that are equal to an earlier one: what would go if each were kept once.</summary>
    public required ShareOfRows Repeats { get; init; }

    /// <summary>The groups of two or more equal rows.</summary>
    public required long GroupCount { get; init; }

    /// <summary>The largest groups, the largest first and then by their first row.</summary>
    public required IReadOnlyList<DuplicateRows> Groups { get; init; }

    /// <summary>The columns by which rows were compared.</summary>
    public required IReadOnlyList<string> ComparedColumns { get; init; }

    /// <summary>Columns that say the same, in the order of the data.</summary>
    public required IReadOnlyList<DuplicateColumns> Columns { get; init; }

    /// <summary>Columns that are keys, or nearly.</summary>
    public required IReadOnlyList<KeyCandidate> Keys { get; init; }
}
