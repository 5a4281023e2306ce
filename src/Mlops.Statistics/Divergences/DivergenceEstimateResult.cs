namespace Mlops.Statistics.Divergences;

/// <summary>A divergence estimated from counts: its value, what of it chance alone would give, and how surely it is known.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record DivergenceEstimateResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without counts on a side; <see cref="ResultStatus.Undefined"/> where fewer than two bins have counts;
    /// <see cref="ResultStatus.Infinite"/> where the value is infinite, of which nothing else is known.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The divergence of the counts as they are, as the class of its name gives it.</summary>
    public required double Value { get; init; }

    /// <summary>The divergence less its bias to the first order in 1/n and 1/m, at least 0: what the value would be near with many rows.</summary>
    public required double BiasCorrected { get; init; }

    /// <summary>What the value is near on average if nothing has changed: for the square of a distance, or a divergence, (K - 1) / (c N).</summary>
    public required double ExpectedUnderNoChange { get; init; }

    /// <summary>The probability, if nothing has changed, of at least this value; in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The interval of the true divergence.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>K, the bins that have counts on either side.</summary>
    public required int BinCount { get; init; }

    /// <summary>n, the reference's counts.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>m, the current counts.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>How the interval was found; never <see cref="DivergenceIntervalMethod.Auto"/>.</summary>
    public required DivergenceIntervalMethod Method { get; init; }
}
