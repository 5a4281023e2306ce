using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Baumgartner-Weiß-Schindler statistic of two samples, and how often chance alone gives as much.</summary>
public sealed record BaumgartnerWeissSchindlerResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side. All numbers are NaN then.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>
    /// B: two-sided not negative, and the larger the more the samples differ; one-sided with the sign of the difference, positive where the current
    /// values are the larger ones.
    /// </summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions, of a statistic at least as far in the direction asked about, in (0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>How the p-value was found; never <see cref="BaumgartnerWeissSchindlerMethod.Auto"/>.</summary>
    public required BaumgartnerWeissSchindlerMethod Method { get; init; }

    /// <summary>How surely a p-value by permutation is known; <see langword="null"/> for other methods.</summary>
    public required PermutationPValue? Permutation { get; init; }

    /// <summary>Whether values are tied, within a sample or between them.</summary>
    public required bool HasTies { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>What was asked.</summary>
    public required BaumgartnerWeissSchindlerOptions Options { get; init; }
}
