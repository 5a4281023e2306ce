using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>A test of scale by Mood's scores: which sample lies farther out, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record MoodResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.TooFewRows"/> with fewer than three values
    /// in all, <see cref="ResultStatus.Constant"/> where all scores are equal.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The sum of the reference's scores less its mean, over its standard deviation: positive where the reference is the wider one.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic as far in the direction asked about, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>How the p-value was found; never <see cref="MoodMethod.Auto"/>.</summary>
    public required MoodMethod Method { get; init; }

    /// <summary>The draws behind a p-value by permutation; <see langword="null"/> for the others.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>What was asked.</summary>
    public required MoodOptions Options { get; init; }
}
