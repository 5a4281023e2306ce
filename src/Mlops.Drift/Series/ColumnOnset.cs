namespace Mlops.Drift.Series;

/// <summary>When a column began to drift.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="FirstFailed">The index of the first window in which it failed; -1 if it never did.</param>
/// <param name="FailedCount">In how many windows it failed.</param>
/// <param name="IsLasting">Whether it failed in every window from the first on.</param>
/// <param name="LargestEffect">Its largest effect over the windows, in [0,1]; NaN when none is defined.</param>
public sealed record ColumnOnset(string Column, int FirstFailed, int FailedCount, bool IsLasting, double LargestEffect);
