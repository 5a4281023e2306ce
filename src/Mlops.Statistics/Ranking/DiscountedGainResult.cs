namespace Mlops.Statistics.Ranking;

/// <summary>How much of the gain stands near the top of a ranking.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record DiscountedGainResult
{
    /// <summary>
    /// Whether <see cref="Normalized"/> has a value: <see cref="ResultStatus.Empty"/> without items,
    /// <see cref="ResultStatus.Undefined"/> when no item has any gain.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The discounted cumulative gain of the ranking, at least 0.</summary>
    public required double Gain { get; init; }

    /// <summary>The gain of the best ranking there is, at least <see cref="Gain"/>.</summary>
    public required double IdealGain { get; init; }

    /// <summary>The gain over the ideal one, in [0,1].</summary>
    public required double Normalized { get; init; }

    /// <summary>The items.</summary>
    public required int Count { get; init; }
}
