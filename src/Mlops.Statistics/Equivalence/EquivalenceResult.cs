namespace Mlops.Statistics.Equivalence;

/// <summary>Whether a change is surely larger than the bound, surely smaller, or neither: the evidence for one component.</summary>
/// <remarks>
/// Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, the effect, the interval's ends and the p-values are NaN.
/// </remarks>
public sealed record EquivalenceResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows on a side, <see cref="ResultStatus.Undefined"/> with a single bin.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>θ, the observed Jensen-Shannon distance in base 2, in [0,1]. It overstates small changes: the shares' noise is in it.</summary>
    public required double Effect { get; init; }

    /// <summary>The interval of the true distance, at the options' level.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The p-value of "the change is at most the bound": small when it is surely larger.</summary>
    public required double DriftPValue { get; init; }

    /// <summary>The p-value of "the change is at least the bound": small when it is surely smaller.</summary>
    public required double SamePValue { get; init; }

    /// <summary>The p-value of "there is no change at all": small when some change is detectable, however slight.</summary>
    public required double DetectionPValue { get; init; }

    /// <summary>N = n m / (n + m), on effective rows.</summary>
    public required double EffectiveSize { get; init; }

    /// <summary>K, the number of bins as given: bins that are empty on both sides are counted.</summary>
    public required int BinCount { get; init; }

    /// <summary>n, the reference's rows.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current rows.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>The reference's count in the second of two bins (the event); <see langword="null"/> where there are not two bins.</summary>
    public required long? ReferenceEventCount { get; init; }

    /// <summary>The current count in the second of two bins (the event); <see langword="null"/> where there are not two bins.</summary>
    public required long? CurrentEventCount { get; init; }

    /// <summary>How the p-values and the interval were found.</summary>
    public required EquivalenceMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required EquivalenceOptions Options { get; init; }

    /// <summary>δ, the bound the change was held against.</summary>
    public double Bound => Options.Bound;
}
