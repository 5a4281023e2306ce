using Mlops.Data;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Slices;

/// <summary>How one column has changed within a slice, and the verdict on it.</summary>
public sealed record SliceColumnChange
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>What it is for.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>Fail when a change is surely larger than tolerated, with the error over all slices controlled; Pass when all are surely smaller.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict on the column over all rows.</summary>
    public required Verdict WholeVerdict { get; init; }

    /// <summary><see cref="ResultStatus.Ok"/>, or what is structurally wrong with the column in this slice.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The component with the least p-value of drift; of equal ones, the largest effect.</summary>
    public required ComponentKind Component { get; init; }

    /// <summary>Its test; <see langword="null"/> when no component could be compared.</summary>
    public required EquivalenceResult? Test { get; init; }

    /// <summary>The least p-value of a change beyond the bound, adjusted over slices and columns; NaN when there is none.</summary>
    public required double AdjustedDriftPValue { get; init; }

    /// <summary>
    /// The slice's share of the change of the column's values over all rows. Over the slices of one column, the missing ones included, the
    /// shares add up to 1; a slice that moves against the rest has a negative one. NaN when the values have not moved at all.
    /// </summary>
    public required double Explained { get; init; }

    /// <summary>The effect of <see cref="Test"/>, in [0,1]; NaN when there is none.</summary>
    public double Effect => Test?.Effect ?? double.NaN;

    /// <summary>Whether the column fails in this slice though it does not over all rows.</summary>
    public bool IsHidden => Verdict == Verdict.Fail && WholeVerdict != Verdict.Fail;
}
