using Mlops.Statistics.Moments;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The difference of two means, its interval, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record TTestResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> or <see cref="ResultStatus.AllMissing"/> without values on a side,
    /// <see cref="ResultStatus.Infinite"/>, <see cref="ResultStatus.TooFewRows"/> where a variance is not known, <see cref="ResultStatus.Constant"/>
    /// where neither side varies, <see cref="ResultStatus.Undefined"/> beyond the range of a double.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>t = <see cref="Difference"/> / <see cref="StandardError"/>: positive where the current mean is the larger one. SciPy's has the other sign.</summary>
    public required double Statistic { get; init; }

    /// <summary>The degrees of freedom: n + m - 2, or Satterthwaite's.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>The probability, under equal means, of a t at least as far in the direction that was asked about, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The current mean less the reference's, in the values' unit.</summary>
    public required double Difference { get; init; }

    /// <summary>The standard error of <see cref="Difference"/>, in the values' unit.</summary>
    public required double StandardError { get; init; }

    /// <summary>The interval of <see cref="Difference"/>: the differences that the same test does not reject. One-sided, one limit is infinite.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The reference's mean, variance and count.</summary>
    public required MeanSummary Reference { get; init; }

    /// <summary>The current mean, variance and count.</summary>
    public required MeanSummary Current { get; init; }

    /// <summary>What was asked.</summary>
    public required TTestOptions Options { get; init; }
}
