using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The weighted mean squared difference of empirical distribution functions, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record AndersonDarlingResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> where a sample has no values, <see cref="ResultStatus.Constant"/> where all
    /// values are equal, <see cref="ResultStatus.TooFewRows"/> for fewer than four values or where every sample has one.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>(A² - (k - 1)) / σ: A² standardised, as SciPy has it. Below 0 where the samples are more alike than chance makes them.</summary>
    public required double Statistic { get; init; }

    /// <summary>A², not negative; about k - 1 under equal distributions.</summary>
    public required double SquaredDifference { get; init; }

    /// <summary>σ, the standard deviation of A² under equal continuous distributions: formula 4 of Scholz and Stephens (1987).</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The probability, under equal distributions, of an A² of at least that, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>N, the values of all samples together.</summary>
    public required long Count { get; init; }

    /// <summary>k, how many samples there are.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Whether two values are equal, in one sample or in two.</summary>
    public required bool HasTies { get; init; }

    /// <summary>The replicates that the p-value rests on; <see langword="null"/> where it was not found by permutation.</summary>
    public PermutationPValue? Permutation { get; init; }

    /// <summary>How the p-value was found; never <see cref="AndersonDarlingMethod.Auto"/>.</summary>
    public required AndersonDarlingMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required AndersonDarlingOptions Options { get; init; }
}
