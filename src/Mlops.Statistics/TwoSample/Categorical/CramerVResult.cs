namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Cramér's V of a table.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record CramerVResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> where a row has no counts, <see cref="ResultStatus.Undefined"/> where a
    /// column has none or there are fewer than two rows or columns.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>V = √(X² / (N min(rows - 1, columns - 1))), in [0,1]; biased upwards in small samples.</summary>
    public required double Value { get; init; }

    /// <summary>Bergsma's (2013) estimate, in [0,1], which is 0 where X² is no more than chance gives on average; NaN with one count in all, and where a correction leaves no rows or columns.</summary>
    public required double BiasCorrected { get; init; }

    /// <summary>The interval of the true V, from inverting the noncentral chi-square distribution of X²; within [0,1].</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>N, the sum of all counts.</summary>
    public required long Count { get; init; }
}
