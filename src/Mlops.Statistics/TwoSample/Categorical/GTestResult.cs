namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A likelihood-ratio test of homogeneity.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record GTestResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> where a row has no counts, <see cref="ResultStatus.Undefined"/> where a
    /// column has none or there are fewer than two rows or columns.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>G = 2 Σ O ln(O / E), not negative, corrected where that was asked for.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least G, by the chi-square distribution; in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>(rows - 1)(columns - 1).</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>The uncorrected G / (2 N): the mutual information of row and category in nats, at least 0: the size of the effect.</summary>
    public required double MutualInformation { get; init; }

    /// <summary>The least expected count. The p-value is rough where it is below about 5.</summary>
    public required double MinimumExpectedCount { get; init; }

    /// <summary>N, the sum of all counts.</summary>
    public required long Count { get; init; }

    /// <summary>What was asked.</summary>
    public required GTestCorrection Correction { get; init; }
}
