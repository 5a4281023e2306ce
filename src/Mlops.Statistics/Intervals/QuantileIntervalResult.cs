namespace Mlops.Statistics.Intervals;

/// <summary>The interval of a quantile.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record QuantileIntervalResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The limits, in the values' unit. With too few values a limit is infinite.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The rank of the value at the lower limit, from 1, or just below it when interpolated; 0 where the limit is infinite.</summary>
    public required long LowerRank { get; init; }

    /// <summary>The rank of the value at the upper limit, or just above it when interpolated; n + 1 where the limit is infinite.</summary>
    public required long UpperRank { get; init; }

    /// <summary>The probability that the values of the two ranks hold the quantile between them, for a continuous distribution: at least the level.</summary>
    public required double Coverage { get; init; }

    /// <summary>How many values there are.</summary>
    public required long Count { get; init; }
}
