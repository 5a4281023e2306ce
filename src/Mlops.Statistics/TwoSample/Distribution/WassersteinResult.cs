namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Wasserstein distance of two samples.</summary>
public sealed record WassersteinResult
{
    /// <summary>
    /// Whether <see cref="Distance"/> is known: <see cref="ResultStatus.Empty"/> without values on a side, <see cref="ResultStatus.Infinite"/>
    /// where one is infinite. It is NaN then.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The distance, in the values' unit, not negative. 0 for equal distributions alone. Positive infinity where it is beyond the range of a double.</summary>
    public required double Distance { get; init; }

    /// <summary>
    /// Whether <see cref="NormalizedDistance"/> is known: as <see cref="Status"/>, or <see cref="ResultStatus.Constant"/> where the reference
    /// has only one value, or <see cref="ResultStatus.Undefined"/> where its variance is beyond the range of a double.
    /// </summary>
    public required ResultStatus NormalizedStatus { get; init; }

    /// <summary>The distance in population standard deviations of the reference: without unit, not negative. NaN where it is not known.</summary>
    public required double NormalizedDistance { get; init; }

    /// <summary>The reference's values that the distance rests on.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>The current values that the distance rests on.</summary>
    public required long CurrentCount { get; init; }
}
