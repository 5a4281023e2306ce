using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How far two samples are apart, and how often chance alone puts them as far.</summary>
public sealed record WassersteinTestResult
{
    /// <summary>Whether there is an answer: as the distance's status. Without one all numbers are NaN.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The distance of the order that was asked for, in the values' unit, not negative.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a distance of at least this one, in (0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The distance with its normalised form and the counts.</summary>
    public required WassersteinResult Effect { get; init; }

    /// <summary>How surely the p-value is known; <see langword="null"/> without one.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>What was asked.</summary>
    public required WassersteinTestOptions Options { get; init; }
}
