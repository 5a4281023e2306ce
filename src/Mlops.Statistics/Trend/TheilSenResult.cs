namespace Mlops.Statistics.Trend;

/// <summary>A straight line through the middle of the points: the median of the slopes of all pairs.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, the numbers are NaN.</remarks>
public sealed record TheilSenResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without points, <see cref="ResultStatus.TooFewRows"/> with one,
    /// <see cref="ResultStatus.Undefined"/> when all stand at one time, <see cref="ResultStatus.Infinite"/> when one is infinite.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The median slope, in units of the values per unit of time.</summary>
    public required double Slope { get; init; }

    /// <summary>The line's height at time 0: the median value less the slope times the median time.</summary>
    public required double Intercept { get; init; }

    /// <summary>The interval of the slope; it inverts Kendall's test, and widens to the extreme slopes where points are few.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>n, the points.</summary>
    public required int Count { get; init; }
}
