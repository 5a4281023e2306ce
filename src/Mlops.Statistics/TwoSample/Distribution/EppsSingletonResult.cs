namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The difference of two empirical characteristic functions, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, the numbers are NaN.</remarks>
public sealed record EppsSingletonResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values on a side; <see cref="ResultStatus.TooFewRows"/> with fewer than
    /// 5 on one; <see cref="ResultStatus.Infinite"/> where a value is infinite; <see cref="ResultStatus.Constant"/> where all values are the same one;
    /// <see cref="ResultStatus.Undefined"/> where their interquartile range is 0 though they differ, or its reciprocal is beyond the range of a double.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>W, with the small-sample factor where both samples have fewer than 25 values; not negative.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal distributions and for large samples, of a statistic of at least W, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>
    /// The rank of the estimated covariance. Less than twice the number of points means that the points are a bad choice for these data (few distinct
    /// values, say) and the test may not see every difference; 0 where there is no answer.
    /// </summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Half the pooled interquartile range, which values are divided by, in their unit. NaN where it was not looked at.</summary>
    public required double Scale { get; init; }

    /// <summary>n, the reference's values.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current values.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>What was asked.</summary>
    public required EppsSingletonOptions Options { get; init; }
}
