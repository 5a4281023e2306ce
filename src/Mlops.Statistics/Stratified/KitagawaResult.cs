namespace Mlops.Statistics.Stratified;

/// <summary>A change of a mean in two parts that add up to it.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, the numbers are NaN.</remarks>
public sealed record KitagawaResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows on a side, <see cref="ResultStatus.TooFewRows"/> with one,
    /// where only the standard errors are missing, <see cref="ResultStatus.Infinite"/> when a mean is.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The reference's mean.</summary>
    public required double ReferenceMean { get; init; }

    /// <summary>The current mean.</summary>
    public required double CurrentMean { get; init; }

    /// <summary>The current mean less the reference's.</summary>
    public required DecomposedPart Change { get; init; }

    /// <summary>What comes of groups being more or less frequent.</summary>
    public required DecomposedPart Composition { get; init; }

    /// <summary>What comes of other means within groups.</summary>
    public required DecomposedPart Within { get; init; }

    /// <summary>Every group, in the order given.</summary>
    public required IReadOnlyList<KitagawaGroup> Groups { get; init; }
}
