using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A chi-square test of homogeneity.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record ChiSquareTestResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> where a row has no counts, <see cref="ResultStatus.Undefined"/> where a
    /// column has none or there are fewer than two rows or columns.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>X² = Σ (O - E)² / E, not negative, corrected where that was asked for and there is one degree of freedom.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least X², found as <see cref="Method"/> says; in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>(rows - 1)(columns - 1).</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>Cramér's V = √(X² / (N min(rows - 1, columns - 1))) from the uncorrected X², in [0,1]: the size of the effect. It is biased upwards in small samples.</summary>
    public required double CramerV { get; init; }

    /// <summary>The least expected count. The p-value is rough where it is below about 5 (Cochran 1954).</summary>
    public required double MinimumExpectedCount { get; init; }

    /// <summary>N, the sum of all counts.</summary>
    public required long Count { get; init; }

    /// <summary>What was asked.</summary>
    public required ContinuityCorrection Correction { get; init; }

    /// <summary>How the p-value was found: by the chi-square distribution unless options were given that say otherwise.</summary>
    public ChiSquareMethod Method { get; init; } = ChiSquareMethod.Asymptotic;

    /// <summary>The drawing, where the p-value was found by Monte Carlo; otherwise <see langword="null"/>.</summary>
    public PermutationPValue? MonteCarlo { get; init; }
}
