namespace Mlops.Data.Quality.Constraints;

/// <summary>What the code of a <see cref="CustomConstraint"/> found.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record CustomOutcome(Verdict Verdict, string Reason)
{
    /// <summary>What was measured; NaN for nothing.</summary>
    public double Observed { get; init; } = double.NaN;

    /// <summary>What it was held against; NaN for nothing.</summary>
    public double Bound { get; init; } = double.NaN;

    /// <summary>How many rows violate the constraint.</summary>
    public long ViolatingRows { get; init; }

    /// <summary>Some of those rows.</summary>
    public IReadOnlyList<ViolationExample> Examples { get; init; } = [];
}
