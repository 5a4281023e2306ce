using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>A Kruskal-Wallis test: how far apart the mean ranks of samples are, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record KruskalWallisResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> where a sample has no values, <see cref="ResultStatus.Constant"/> where all values are equal.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>H, corrected for ties; not negative.</summary>
    public required double Statistic { get; init; }

    /// <summary>k - 1.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>ε² = H / (N - 1), in [0,1]: the share of the ranks' variance that lies between samples (Kelley 1935). It is biased upwards in small samples.</summary>
    public required double EpsilonSquared { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least H, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>N, the values of all samples.</summary>
    public required long Count { get; init; }

    /// <summary>How the p-value was found; never <see cref="KruskalWallisMethod.Auto"/>.</summary>
    public required KruskalWallisMethod Method { get; init; }

    /// <summary>The draws behind a p-value by permutation; <see langword="null"/> for the others.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>What was asked.</summary>
    public required KruskalWallisOptions Options { get; init; }
}
