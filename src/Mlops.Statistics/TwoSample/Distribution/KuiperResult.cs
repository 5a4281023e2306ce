using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The largest differences of two empirical distribution functions in both directions together, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, numbers are NaN.</remarks>
public sealed record KuiperResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>V = D⁺ + D⁻, in [0,1].</summary>
    public required double Statistic { get; init; }

    /// <summary>D⁺ = sup (F_reference - F_current), in [0,1]: how far the current values are the larger ones.</summary>
    public required double CurrentGreaterDifference { get; init; }

    /// <summary>D⁻ = sup (F_current - F_reference), in [0,1]: how far the current values are the smaller ones.</summary>
    public required double CurrentLessDifference { get; init; }

    /// <summary>The least value at which the difference is D⁺, in the values' unit; NaN where that is 0.</summary>
    public required double CurrentGreaterLocation { get; init; }

    /// <summary>The least value at which the difference is -D⁻, in the values' unit; NaN where that is 0.</summary>
    public required double CurrentLessLocation { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least V, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>The replicates that the p-value rests on; <see langword="null"/> where it is asymptotic.</summary>
    public PermutationPValue? Permutation { get; init; }

    /// <summary>How the p-value was found; never <see cref="KuiperMethod.Auto"/>.</summary>
    public required KuiperMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required KuiperOptions Options { get; init; }
}
