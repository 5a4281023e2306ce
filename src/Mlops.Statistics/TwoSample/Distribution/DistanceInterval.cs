namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>A distance between two distributions with an interval for the distance of the populations.</summary>
public sealed record DistanceInterval
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.Infinite"/> where one is
    /// infinite, <see cref="ResultStatus.TooFewRows"/> with one value on a side, where only the interval is missing. What is missing is NaN.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The distance of the samples. It is too large on average: at the least as large as chance makes it.</summary>
    public required double Estimate { get; init; }

    /// <summary>The interval for the distance of the populations, within [0, ∞): the estimate and the margin on either side, cut off at 0.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Half the interval's length before it is cut off: how far chance moves the distribution functions apart, in the unit of the distance.</summary>
    public required double Margin { get; init; }

    /// <summary>How many cells the values were put into; at most <see cref="DistanceIntervalOptions.MostCells"/>, and exact where that is all distinct values.</summary>
    public required int CellCount { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>What was asked.</summary>
    public required DistanceIntervalOptions Options { get; init; }
}
