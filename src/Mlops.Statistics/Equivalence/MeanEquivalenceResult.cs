using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Equivalence;

/// <summary>Whether two means are surely nearer to each other than the bounds.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record MeanEquivalenceResult
{
    /// <summary>Whether there is an answer; the reasons are those of <see cref="TwoSample.Location.TTestResult.Status"/>.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The larger of the two one-sided p-values: that of the test.</summary>
    public required double PValue { get; init; }

    /// <summary>The p-value against a difference of at most the lower bound.</summary>
    public required double LowerPValue { get; init; }

    /// <summary>The p-value against a difference of at least the upper bound.</summary>
    public required double UpperPValue { get; init; }

    /// <summary>The current mean less the reference's, on the scale of the bounds.</summary>
    public required double Difference { get; init; }

    /// <summary>The interval of <see cref="Difference"/> at twice the significance level: the means are equivalent when it lies within the bounds.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Whether <see cref="PValue"/> is at most the significance level. Not equivalent does not say different.</summary>
    public required bool IsEquivalent { get; init; }

    /// <summary>The reference's mean, variance and count.</summary>
    public required MeanSummary Reference { get; init; }

    /// <summary>The current mean, variance and count.</summary>
    public required MeanSummary Current { get; init; }

    /// <summary>What was asked.</summary>
    public required MeanEquivalenceOptions Options { get; init; }
}
