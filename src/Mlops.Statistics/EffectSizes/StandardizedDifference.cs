namespace Mlops.Statistics.EffectSizes;

/// <summary>A difference in standard deviations, with its interval.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record StandardizedDifference
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> or <see cref="ResultStatus.AllMissing"/> without values on a side,
    /// <see cref="ResultStatus.Infinite"/>, <see cref="ResultStatus.TooFewRows"/> where a deviation is not known, <see cref="ResultStatus.Constant"/>
    /// where neither side varies, <see cref="ResultStatus.Undefined"/> beyond the range of a double.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The difference in standard deviations. For numbers it is positive where the current mean is the larger one; for categories it is not negative.</summary>
    public required double Value { get; init; }

    /// <summary>The interval of the population's value.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The standard deviation that the difference was divided by, in the values' unit; NaN for categories.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>The reference's rows, for weights Kish's effective number.</summary>
    public required double ReferenceCount { get; init; }

    /// <summary>The current rows, for weights Kish's effective number.</summary>
    public required double CurrentCount { get; init; }
}
