using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>A Brunner-Munzel test: which sample tends to have the larger values, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record BrunnerMunzelResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.TooFewRows"/> with one value a
    /// side, <see cref="ResultStatus.Constant"/> where all values are equal.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The effect less ½ in standard errors, positive where the current values are the larger ones; ±∞ where the samples do not overlap.</summary>
    public required double Statistic { get; init; }

    /// <summary>Satterthwaite's degrees of freedom; NaN where the samples do not overlap.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>P(reference &lt; current) + ½ P(reference = current) in the samples, in [0,1].</summary>
    public required double Superiority { get; init; }

    /// <summary>The standard error of <see cref="Superiority"/>.</summary>
    public required double StandardError { get; init; }

    /// <summary>The probability, under the null, of a statistic as far in the direction asked about, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>How the p-value was found; never <see cref="BrunnerMunzelMethod.Auto"/>.</summary>
    public required BrunnerMunzelMethod Method { get; init; }

    /// <summary>The draws behind a p-value by permutation; <see langword="null"/> where none were needed.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>What was asked.</summary>
    public required BrunnerMunzelOptions Options { get; init; }
}
