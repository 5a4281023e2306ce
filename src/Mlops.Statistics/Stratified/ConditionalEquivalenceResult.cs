using Mlops.Statistics.Equivalence;

namespace Mlops.Statistics.Stratified;

/// <summary>The change of a joint distribution in two parts: of the strata, and of the classes given the stratum.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record ConditionalEquivalenceResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows on a side, <see cref="ResultStatus.Undefined"/> when no
    /// stratum has enough rows of both sides and more than one class that is not too rare.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The Jensen-Shannon distance of the strata, base 2, in [0,1].</summary>
    public required double MarginalEffect { get; init; }

    /// <summary>θ, the Jensen-Shannon distance that the classes add within strata, base 2, in [0,1].</summary>
    public required double Effect { get; init; }

    /// <summary>The distance of strata and classes together: its square is the sum of the other two squares.</summary>
    public required double JointEffect { get; init; }

    /// <summary>The interval of the true conditional distance, at the options' level.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The p-value of "the conditional change is at most the bound".</summary>
    public required double DriftPValue { get; init; }

    /// <summary>The p-value of "the conditional change is at least the bound".</summary>
    public required double SamePValue { get; init; }

    /// <summary>The p-value of "there is no conditional change at all".</summary>
    public required double DetectionPValue { get; init; }

    /// <summary>N = n m / (n + m), on effective rows.</summary>
    public required double EffectiveSize { get; init; }

    /// <summary>The degrees of freedom of the approximation; whole where both sides have as many rows.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>The strata with enough rows of both sides to be compared.</summary>
    public required int ComparedStrata { get; init; }

    /// <summary>The share of the reference's rows in those strata, in [0,1].</summary>
    public required double ComparedReferenceShare { get; init; }

    /// <summary>The share of the current rows in those strata, in [0,1].</summary>
    public required double ComparedCurrentShare { get; init; }

    /// <summary>What was asked.</summary>
    public required EquivalenceOptions Options { get; init; }
}
