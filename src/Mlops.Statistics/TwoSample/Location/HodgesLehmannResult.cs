namespace Mlops.Statistics.TwoSample.Location;

/// <summary>By how much current values exceed those of the reference.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record HodgesLehmannResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.Infinite"/> with infinite ones.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The median of all differences current - reference, in the values' unit.</summary>
    public required double Shift { get; init; }

    /// <summary>The shifts that the two-sided rank sum test does not reject; from -∞ to ∞ where the samples are too small for the level.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Whether the interval's level is exact, that is, at least the stated one for continuous data; otherwise it is asymptotic.</summary>
    public required bool IsExact { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }
}
