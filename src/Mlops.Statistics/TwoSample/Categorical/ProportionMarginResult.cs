namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Whether two shares of successes differ by less than margins.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record ProportionMarginResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without trials on a side.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>p_current - p_reference, in [-1,1].</summary>
    public required double Difference { get; init; }

    /// <summary>The score statistic at the lower margin: large where the difference is surely above it.</summary>
    public required double LowerStatistic { get; init; }

    /// <summary>The p-value against a difference at the lower margin or below: small where the current share is not worse by as much (non-inferiority of a share of which more is better).</summary>
    public required double LowerPValue { get; init; }

    /// <summary>The score statistic at the upper margin: small (negative) where the difference is surely below it.</summary>
    public required double UpperStatistic { get; init; }

    /// <summary>The p-value against a difference at the upper margin or above: small where the current share has not grown by as much (non-inferiority of a share of which less is better).</summary>
    public required double UpperPValue { get; init; }

    /// <summary>The p-value against a difference outside the margins, the larger of the two: two one-sided tests (Schuirmann 1987).</summary>
    public required double EquivalencePValue { get; init; }

    /// <summary>The lower margin.</summary>
    public required double LowerMargin { get; init; }

    /// <summary>The upper margin.</summary>
    public required double UpperMargin { get; init; }
}
