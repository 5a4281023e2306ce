namespace Mlops.Statistics.EffectSizes;

/// <summary>How likely a current value is to exceed one of the reference.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record ProbabilityOfSuperiorityResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side; <see cref="ResultStatus.TooFewRows"/> with one value a side, where only the interval is missing.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>P(reference &lt; current) + ½ P(reference = current), in [0,1]; ½ means no tendency.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error from the placements; 0 where the samples do not overlap, which says nothing about its error.</summary>
    public required double StandardError { get; init; }

    /// <summary>The interval, in [0,1].</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>How the interval was made: what was asked for, or <see cref="SuperiorityIntervalMethod.Newcombe"/> in its place.</summary>
    public required SuperiorityIntervalMethod Method { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }
}
