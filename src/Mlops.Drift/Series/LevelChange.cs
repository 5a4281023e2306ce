using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Series;

/// <summary>How the values of a column have changed from one window to the next.</summary>
/// <param name="Window">The index of the later window; the earlier one stands before it.</param>
/// <param name="Test">The two windows compared with each other, over the baseline's bins; rows that depend on each other count for less, by the larger of both windows' design effects.</param>
/// <param name="AdjustedDriftPValue">The p-value of a change beyond the bound, adjusted over all pairs and columns of the role; NaN when undefined.</param>
/// <param name="IsChange">Whether the level has surely changed by more than is tolerated.</param>
public sealed record LevelChange(int Window, EquivalenceResult Test, double AdjustedDriftPValue, bool IsChange);
