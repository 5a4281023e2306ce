namespace Mlops.Data.Quality.LabelNoise;

/// <summary>Rows whose labels may be wrong.</summary>
public sealed record LabelNoiseResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Absent"/> without a label or without a feature; the label's own status;
    /// <see cref="ResultStatus.TooFewRows"/> with fewer than twice as many rows as neighbours.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The label; empty without one.</summary>
    public required string Label { get; init; }

    /// <summary>The share of the rows whose label their neighbours contradict: an estimate of the share of wrong labels, and of hard rows, which look the same.</summary>
    public required ShareOfRows Noise { get; init; }

    /// <summary>
    /// The share of the rows that have another label than most rows with exactly their features; of numbers it is not counted. That not all of
    /// these labels can be told from the features is certain.
    /// </summary>
    public required ShareOfRows Contradictory { get; init; }

    /// <summary>The first rows that contradict an equal one, from 0.</summary>
    public IReadOnlyList<long> ContradictoryRows { get; init; } = [];

    /// <summary>The rows whose label their neighbours contradict, the most suspicious first.</summary>
    public IReadOnlyList<NoiseCandidate> Candidates { get; init; } = [];

    /// <summary>The features that distances are made of.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Features that are left out: texts, times, constants, and categories with more than 50 values.</summary>
    public IReadOnlyList<string> NotUsed { get; init; } = [];

    /// <summary>The rows among which neighbours were sought.</summary>
    public long ReferenceCount { get; init; }

    /// <summary>Whether those are a sample of the rows.</summary>
    public bool IsSampled => ReferenceCount < Noise.Total;
}
