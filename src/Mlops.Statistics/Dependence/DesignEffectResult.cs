namespace Mlops.Statistics.Dependence;

/// <summary>How many rows are worth one independent row.</summary>
public sealed record DesignEffectResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without values, <see cref="ResultStatus.Constant"/> where all are in one
    /// bin, <see cref="ResultStatus.TooFewRows"/> with fewer than two blocks.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The variance of the shares over that of as many independent rows; not negative, 1 for independent rows. NaN without an answer.</summary>
    public required double Value { get; init; }

    /// <summary>
    /// The correlation of two rows of one block, as far as it can be told from the design effect: (D - 1) / (b - 1) with b = Σ n_c² / n, the
    /// size of the block in which a row finds itself; 0 where D is below 1 or every block is a row.
    /// </summary>
    public required double IntraclassCorrelation { get; init; }

    /// <summary>The blocks with values.</summary>
    public required int BlockCount { get; init; }

    /// <summary>The rows with values.</summary>
    public required long Count { get; init; }

    /// <summary>The size of the block in which a row finds itself on average, Σ n_c² / n.</summary>
    public required double BlockSize { get; init; }

    /// <summary>How many independent rows tell as much: <see cref="Count"/> over the value, and no more than <see cref="Count"/>.</summary>
    public double EffectiveCount => Count / Math.Max(1, Value);
}
