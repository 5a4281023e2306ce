namespace Mlops.Statistics.Stratified;

/// <summary>Whether class shares differ between two sides in the same direction over strata.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record CochranMantelHaenszelResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows on a side, <see cref="ResultStatus.Undefined"/> when no
    /// stratum has rows of both sides and more than one class.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The statistic, at least 0.</summary>
    public required double Statistic { get; init; }

    /// <summary>The degrees of freedom: the classes that vary, less one.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The probability of a statistic as large when class and side are independent within every stratum.</summary>
    public required double PValue { get; init; }

    /// <summary>
    /// Of two classes, the odds of the second one now over its odds in the reference, common to all strata (Mantel and Haenszel);
    /// NaN of other numbers of classes. It may be infinite.
    /// </summary>
    public required double OddsRatio { get; init; }

    /// <summary>The 95% interval of the odds ratio (Robins, Breslow and Greenland 1986); NaN where it has none.</summary>
    public required ConfidenceInterval OddsRatioInterval { get; init; }

    /// <summary>The strata that have rows of both sides.</summary>
    public required int ComparedStrata { get; init; }
}
