using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Slices;

/// <summary>One slice of the rows: how its columns have changed, and how its share has.</summary>
public sealed record SliceChange
{
    /// <summary>The slice in words: <c>country = CH</c>, <c>age 30 to 45</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The one or two columns that it is cut by.</summary>
    public required IReadOnlyList<string> SlicedBy { get; init; }

    /// <summary><see cref="ResultStatus.Ok"/>, or <see cref="ResultStatus.TooFewRows"/> when a side has fewer than asked for; then no column is judged.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Its rows in the reference.</summary>
    public required long ReferenceRows { get; init; }

    /// <summary>Its rows now.</summary>
    public required long CurrentRows { get; init; }

    /// <summary>Its share of the reference, in [0,1].</summary>
    public required double ReferenceShare { get; init; }

    /// <summary>Its share now, in [0,1].</summary>
    public required double CurrentShare { get; init; }

    /// <summary>The change of its share.</summary>
    public required EquivalenceResult ShareTest { get; init; }

    /// <summary>The verdict on its share, adjusted over all slices; it does not bear on <see cref="Verdict"/>.</summary>
    public required Verdict ShareVerdict { get; init; }

    /// <summary>The judged columns but those that it is cut by; empty where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>.</summary>
    public required IReadOnlyList<SliceColumnChange> Columns { get; init; }

    /// <summary>Fail when a column fails, Pass when all pass, otherwise Inconclusive.</summary>
    public Verdict Verdict =>
        Columns.Any(column => column.Verdict == Verdict.Fail) ? Verdict.Fail
        : Columns.Count > 0 && Columns.All(column => column.Verdict == Verdict.Pass) ? Verdict.Pass
        : Verdict.Inconclusive;
}
