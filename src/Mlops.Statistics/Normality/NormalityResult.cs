namespace Mlops.Statistics.Normality;

/// <summary>A test of whether values come from some normal distribution.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN. In many rows the least departure is significant: look at the statistic and a plot.</remarks>
public sealed record NormalityResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/>, <see cref="ResultStatus.TooFewRows"/> below the test's least number of values,
    /// <see cref="ResultStatus.Constant"/>, <see cref="ResultStatus.Infinite"/>, <see cref="ResultStatus.Undefined"/> where the values are too many for what is known
    /// of the p-value or beyond the range of a double.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The test's statistic.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under a normal distribution, of a statistic at least as far from what it expects, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>How many values there are.</summary>
    public required long Count { get; init; }

    internal static NormalityResult None(ResultStatus status, long count, double statistic = double.NaN) =>
        new()
        {
            Status = status,
            Statistic = statistic,
            PValue = double.NaN,
            Count = count,
        };

    internal static NormalityResult Of(double statistic, double pValue, long count) =>
        new()
        {
            Status = ResultStatus.Ok,
            Statistic = statistic,
            PValue = Math.Clamp(pValue, 0, 1),
            Count = count,
        };
}
