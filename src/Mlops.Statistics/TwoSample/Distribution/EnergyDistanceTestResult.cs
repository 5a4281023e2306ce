using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The energy statistic of two samples, and how often chance alone gives as much.</summary>
public sealed record EnergyDistanceTestResult
{
    /// <summary>Whether there is an answer: as the distance's status. Without one all numbers are NaN.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>E, the energy statistic, in the values' unit, not negative: the square of the energy distance.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least E, in (0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The distance with its other forms and the counts.</summary>
    public required EnergyDistanceResult Effect { get; init; }

    /// <summary>How surely the p-value is known; <see langword="null"/> without one.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>How permutations were drawn.</summary>
    public required PermutationOptions Options { get; init; }
}
