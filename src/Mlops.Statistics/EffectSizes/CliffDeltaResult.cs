namespace Mlops.Statistics.EffectSizes;

/// <summary>How much more often current values are the larger ones than the smaller ones.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record CliffDeltaResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side; <see cref="ResultStatus.TooFewRows"/> with one value a side, where only the interval is missing.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>P(reference &lt; current) - P(reference &gt; current), in [-1,1]; positive where the current values are the larger ones.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error by Cliff's consistent variance.</summary>
    public required double StandardError { get; init; }

    /// <summary>The interval, in [-1,1].</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }
}
