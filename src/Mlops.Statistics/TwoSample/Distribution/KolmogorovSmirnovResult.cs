using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The largest difference of two empirical distribution functions, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record KolmogorovSmirnovResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side; <see cref="ResultStatus.TooFewRows"/> when
    /// the asymptotic p-value was asked for with one value a side, where only the p-value is missing.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>D, the largest difference in the direction that was asked about, in [0,1].</summary>
    public required double Statistic { get; init; }

    /// <summary>
    /// The least value at which the difference is D, in the values' unit, and the reference's distribution function less the current one
    /// there is <see cref="Difference"/>. NaN where D is 0.
    /// </summary>
    public required double Location { get; init; }

    /// <summary>
    /// The signed difference F_reference - F_current at <see cref="Location"/>, in [-1,1]: positive where the current values are the
    /// larger ones. Of two directions with the same D, this one.
    /// </summary>
    public required double Difference { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least D, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>n, or Kish's effective number (Σ w)² / Σ w² of the reference's values where they have weights.</summary>
    public required double EffectiveReferenceCount { get; init; }

    /// <summary>m, or Kish's effective number of the current values where they have weights.</summary>
    public required double EffectiveCurrentCount { get; init; }

    /// <summary>The replicates that the p-value rests on; <see langword="null"/> where it was not found by <see cref="KolmogorovSmirnovMethod.Permutation"/>.</summary>
    public PermutationPValue? Permutation { get; init; }

    /// <summary>How the p-value was found; never <see cref="KolmogorovSmirnovMethod.Auto"/>.</summary>
    public required KolmogorovSmirnovMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required KolmogorovSmirnovOptions Options { get; init; }
}
