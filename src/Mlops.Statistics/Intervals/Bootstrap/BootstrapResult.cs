namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>A statistic with what the bootstrap says of its error.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record BootstrapResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows on a side, <see cref="ResultStatus.TooFewRows"/> with fewer than two units
    /// to draw from on a side, <see cref="ResultStatus.Undefined"/> where the statistic of the data, or of more than half of the replicates, is not finite.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The statistic of the data themselves.</summary>
    public required double Estimate { get; init; }

    /// <summary>The interval of the population's value.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The standard deviation of the replicates.</summary>
    public required double StandardError { get; init; }

    /// <summary>The mean of the replicates less <see cref="Estimate"/>.</summary>
    public required double Bias { get; init; }

    /// <summary>The replicates whose statistic is finite: all else rests on them alone.</summary>
    public required int ReplicateCount { get; init; }

    /// <summary>The replicates whose statistic is not finite.</summary>
    public required int UndefinedCount { get; init; }

    /// <summary>How the interval was made; never <see cref="BootstrapMethod.Auto"/>.</summary>
    public required BootstrapMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required BootstrapOptions Options { get; init; }
}
