namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The energy distance of two samples.</summary>
public sealed record EnergyDistanceResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.Infinite"/> where one is
    /// infinite. All numbers are NaN then.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>D, the root of <see cref="Statistic"/>, not negative. 0 for equal distributions alone.</summary>
    public required double Distance { get; init; }

    /// <summary>E = 2 E|X - Y| - E|X - X'| - E|Y - Y'| = D², in the values' unit, not negative; values are paired with themselves (the V-statistic).</summary>
    public required double Statistic { get; init; }

    /// <summary>
    /// Whether <see cref="UnbiasedStatistic"/> is known: as <see cref="Status"/>, or <see cref="ResultStatus.TooFewRows"/> with one value on a
    /// side, or <see cref="ResultStatus.Undefined"/> for weights that are no counts.
    /// </summary>
    public required ResultStatus UnbiasedStatus { get; init; }

    /// <summary>E without the pairs of a value with itself (the U-statistic), in the values' unit: 0 on average for equal distributions, so often negative. NaN where it is not known.</summary>
    public required double UnbiasedStatistic { get; init; }

    /// <summary>Whether <see cref="NormalizedStatistic"/> is known: as <see cref="Status"/>, or <see cref="ResultStatus.Constant"/> where all values are the same one.</summary>
    public required ResultStatus NormalizedStatus { get; init; }

    /// <summary>E / (2 E|X - Y|), without unit, in [0,1]: 0 for equal distributions, 1 where each side has one value and they differ. NaN where it is not known.</summary>
    public required double NormalizedStatistic { get; init; }

    /// <summary>n, the reference's values that the distance rests on.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values that the distance rests on.</summary>
    public required long CurrentCount { get; init; }
}
