namespace Mlops.Statistics.Normality;

/// <summary>D'Agostino and Pearson's test with its two halves.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record DAgostinoPearsonResult
{
    /// <summary>Whether there is an answer, as <see cref="NormalityResult.Status"/>; at least 8 values are needed, and from 20 on the p-values are good.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>K² = <see cref="SkewnessScore"/>² + <see cref="KurtosisScore"/>².</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under a normal distribution, of a K² at least as large, by the chi-square distribution with two degrees of freedom.</summary>
    public required double PValue { get; init; }

    /// <summary>The skewness as a standard normal score: positive for a longer upper tail.</summary>
    public required double SkewnessScore { get; init; }

    /// <summary>The two-sided p-value of the skewness alone.</summary>
    public required double SkewnessPValue { get; init; }

    /// <summary>The kurtosis as a standard normal score: positive for heavier tails.</summary>
    public required double KurtosisScore { get; init; }

    /// <summary>The two-sided p-value of the kurtosis alone.</summary>
    public required double KurtosisPValue { get; init; }

    /// <summary>How many values there are.</summary>
    public required long Count { get; init; }
}
