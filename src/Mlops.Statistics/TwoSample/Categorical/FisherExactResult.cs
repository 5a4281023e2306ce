using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Fisher's exact test.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record FisherExactResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> where a row has no counts, <see cref="ResultStatus.Undefined"/> where fewer than
    /// two categories have any, so that there is only the one table, or there are fewer than two rows.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The probability, given the margins and equal distributions, of a table at least as extreme; in (0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The odds ratio of the cells of a table of two by two, in [0, ∞]; NaN for larger ones.</summary>
    public required double SampleOddsRatio { get; init; }

    /// <summary>The most likely odds ratio given the margins, in [0, ∞], which is nearer to 1 than that of the cells; NaN for larger tables.</summary>
    public required double OddsRatio { get; init; }

    /// <summary>The exact interval of the odds ratio given the margins: coverage is at the level or above. NaN for larger tables.</summary>
    public required ConfidenceInterval OddsRatioInterval { get; init; }

    /// <summary>N, the sum of all counts.</summary>
    public required long Count { get; init; }

    /// <summary>How the p-value was found: <see cref="FisherExactMethod.Exact"/> or <see cref="FisherExactMethod.MonteCarlo"/>.</summary>
    public required FisherExactMethod Method { get; init; }

    /// <summary>The drawing, where the p-value was found by Monte Carlo; otherwise <see langword="null"/>.</summary>
    public required PermutationPValue? MonteCarlo { get; init; }

    /// <summary>What was asked.</summary>
    public required FisherExactOptions Options { get; init; }
}
