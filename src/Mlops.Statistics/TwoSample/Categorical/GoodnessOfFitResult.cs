namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A chi-square test of counts against given shares.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record GoodnessOfFitResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Empty"/> without counts; <see cref="ResultStatus.Undefined"/> where fewer than two categories have a count or a share.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>X² = Σ (O - E)² / E, in [0, ∞]; infinite where a category with share 0 has a count.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, if the shares are as given, of a statistic of at least X², by the chi-square distribution; in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The categories that have a count or a share, less 1.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>Cohen's w = √(X² / N), in [0, ∞]: the size of the effect.</summary>
    public required double CohenW { get; init; }

    /// <summary>The least expected count of those categories. The p-value is rough where it is below about 5.</summary>
    public required double MinimumExpectedCount { get; init; }

    /// <summary>N, the sum of all counts.</summary>
    public required long Count { get; init; }
}
