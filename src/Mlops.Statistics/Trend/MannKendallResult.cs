namespace Mlops.Statistics.Trend;

/// <summary>Whether values tend to rise or fall over time, and how often chance alone gives as much.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record MannKendallResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values, <see cref="ResultStatus.TooFewRows"/> with one,
    /// <see cref="ResultStatus.Constant"/> when all are the same.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>S, the pairs that rise less the pairs that fall.</summary>
    public required long Statistic { get; init; }

    /// <summary>Kendall's tau-b of the values with their positions, in [-1,1]: positive where they rise.</summary>
    public required double Tau { get; init; }

    /// <summary>The variance of S when every order of these values is as likely as any other.</summary>
    public required double Variance { get; init; }

    /// <summary>The probability, when every order is as likely, of a statistic as extreme, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>n, the values.</summary>
    public required int Count { get; init; }

    /// <summary>How the p-value was found; never <see cref="MannKendallMethod.Auto"/>.</summary>
    public required MannKendallMethod Method { get; init; }

    /// <summary>What was asked.</summary>
    public required MannKendallOptions Options { get; init; }
}
