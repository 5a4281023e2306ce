using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The mean squared difference of two empirical distribution functions, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record CramerVonMisesResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side; <see cref="ResultStatus.TooFewRows"/> where the
    /// asymptotic p-value was asked for with one value on a side, and <see cref="ResultStatus.Constant"/> where that given the ties was asked
    /// for and all values are equal: only the p-value is missing then.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>
    /// T by midranks, as SciPy has it, not negative. Under ties it also holds a term that depends on sizes and ties and not on the difference;
    /// <see cref="SquaredDifference"/> does not.
    /// </summary>
    public required double Statistic { get; init; }

    /// <summary>
    /// n m / (n + m)² Σ (F_reference - F_current)² over all values of both samples, not negative: equal to <see cref="Statistic"/> without
    /// ties, 0 for equal distributions with them. What every p-value but the <see cref="CramerVonMisesMethod.Asymptotic"/> one is about.
    /// </summary>
    public required double SquaredDifference { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least that, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>Whether two values are equal, on one side or on both.</summary>
    public required bool HasTies { get; init; }

    /// <summary>The replicates that the p-value rests on; <see langword="null"/> where it was not found by permutation.</summary>
    public PermutationPValue? Permutation { get; init; }

    /// <summary>How the p-value was found; never <see cref="CramerVonMisesMethod.Auto"/>.</summary>
    public required CramerVonMisesMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required CramerVonMisesOptions Options { get; init; }
}
