namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A comparison of two shares of successes.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record TwoProportionsResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without trials on a side; <see cref="ResultStatus.Constant"/> where all trials of both sides
    /// ended alike, where only the statistic and its p-value (and what is 0/0) are missing.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>z = (p_current - p_reference) / √(p̄ (1 - p̄)(1/n + 1/m)) with p̄ the pooled share: positive where the current share is the larger.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal shares, of a z at least as extreme in the direction asked about, by the normal distribution.</summary>
    public required double PValue { get; init; }

    /// <summary>The reference's share of successes, in [0,1].</summary>
    public required double ReferenceShare { get; init; }

    /// <summary>The current share of successes, in [0,1].</summary>
    public required double CurrentShare { get; init; }

    /// <summary>p_current - p_reference, in [-1,1].</summary>
    public required double Difference { get; init; }

    /// <summary>The interval of the difference.</summary>
    public required ConfidenceInterval DifferenceInterval { get; init; }

    /// <summary>p_current / p_reference, in [0, ∞]; NaN where both are 0.</summary>
    public required double Ratio { get; init; }

    /// <summary>The interval of the ratio.</summary>
    public required ConfidenceInterval RatioInterval { get; init; }

    /// <summary>The current odds of success over the reference's, in [0, ∞]; NaN where that is 0/0.</summary>
    public required double OddsRatio { get; init; }

    /// <summary>The interval of the odds ratio.</summary>
    public required ConfidenceInterval OddsRatioInterval { get; init; }

    /// <summary>n, the reference's trials.</summary>
    public required long ReferenceTrials { get; init; }

    /// <summary>m, the current trials.</summary>
    public required long CurrentTrials { get; init; }

    /// <summary>What was asked.</summary>
    public required TwoProportionsOptions Options { get; init; }
}
