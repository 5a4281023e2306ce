using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>A rank sum test: how often the values of one sample exceed those of the other, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record MannWhitneyResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>U of the reference, in [0, n m]: the pairs in which its value is the larger one, ties counting half.</summary>
    public required double Statistic { get; init; }

    /// <summary>P(reference &lt; current) + ½ P(reference = current) in the samples, in [0,1]: 1 - U / (n m). Above ½ the current values tend to be larger.</summary>
    public required double Superiority { get; init; }

    /// <summary>The probability, under equal distributions, of a U as far in the direction asked about, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>Whether values are equal, of whichever samples.</summary>
    public required bool HasTies { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>How the p-value was found; never <see cref="MannWhitneyMethod.Auto"/>.</summary>
    public required MannWhitneyMethod Method { get; init; }

    /// <summary>The draws behind a p-value by permutation; <see langword="null"/> for the others.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>What was asked.</summary>
    public required MannWhitneyOptions Options { get; init; }
}
