namespace Mlops.Data.Quality.Leakage;

/// <summary>The current rows that occur in the reference.</summary>
public sealed record OverlapResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows on a side; <see cref="ResultStatus.Undefined"/> without a column in common.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The share of current rows that are equal to a row of the reference in all compared columns, the label included.</summary>
    public required ShareOfRows Overlap { get; init; }

    /// <summary>The share of current rows whose features occur in the reference, whatever the label.</summary>
    public required ShareOfRows FeatureOverlap { get; init; }

    /// <summary>The share of the reference's rows that are equal to another of them: about so many rows of any new data would be found there by chance.</summary>
    public required ShareOfRows ReferenceRepeats { get; init; }

    /// <summary>What the overlap is held against: the tolerated share and what chance explains.</summary>
    public required double Bound { get; init; }

    /// <summary>The first rows that occur in both.</summary>
    public required IReadOnlyList<OverlappingRow> Examples { get; init; }

    /// <summary>The columns that were compared.</summary>
    public required IReadOnlyList<string> ComparedColumns { get; init; }

    /// <summary>Fail where the overlap is surely above the bound, Pass where it surely is not; otherwise Inconclusive.</summary>
    public Verdict Verdict => Status == ResultStatus.Ok ? Overlap.Against(Bound) : Verdict.Inconclusive;
}
