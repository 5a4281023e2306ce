using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The DTS statistic of two samples, and how often chance alone gives as much.</summary>
public sealed record DoubleTailSensitiveResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.Infinite"/> where one is
    /// infinite. All numbers are NaN then.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The reweighted area between the distribution functions, in the values' unit, not negative. Comparable only between samples of the same sizes.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic of at least this one, in (0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>How surely the p-value is known; <see langword="null"/> without one.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>What was asked.</summary>
    public required DoubleTailSensitiveOptions Options { get; init; }
}
