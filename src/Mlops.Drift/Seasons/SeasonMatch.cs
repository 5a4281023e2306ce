using Mlops.Data;

namespace Mlops.Drift.Seasons;

/// <summary>The rows of a reference and of current data that are of the same seasons, in the same proportions.</summary>
/// <param name="Reference">The reference's rows that match.</param>
/// <param name="Current">The current rows that have a season in the reference.</param>
/// <param name="Seasons">The seasons that the current data have, each with its rows on both sides, in their order.</param>
/// <param name="UnmatchedRowCount">Current rows without a time, or of seasons that the reference lacks: they are left out.</param>
public sealed record SeasonMatch(
    Dataset Reference,
    Dataset Current,
    IReadOnlyList<SeasonCount> Seasons,
    long UnmatchedRowCount
);
