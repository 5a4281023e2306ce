namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>Whether samples differ in spread, by Levene's test.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record LeveneResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> where a sample has no values, <see cref="ResultStatus.TooFewRows"/> where
    /// there are no more values than samples, <see cref="ResultStatus.Infinite"/>, <see cref="ResultStatus.Constant"/> where within each sample all
    /// deviations are alike, <see cref="ResultStatus.Undefined"/> beyond the range of a double.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>F, the mean square of the deviations between the samples over that within them; not negative.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under equal spreads, of a statistic of at least F, by Fisher's distribution; in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>k - 1, for k samples.</summary>
    public required long NumeratorDegreesOfFreedom { get; init; }

    /// <summary>N - k, for N values.</summary>
    public required long DenominatorDegreesOfFreedom { get; init; }

    /// <summary>Each sample's mean absolute deviation from its centre, in the values' unit, in the order of the samples: which one is spread wider.</summary>
    public required IReadOnlyList<double> MeanDeviations { get; init; }

    /// <summary>What was asked.</summary>
    public required LeveneOptions Options { get; init; }
}
