namespace Mlops.Drift;

/// <summary>How much of a column is new to the reference.</summary>
/// <param name="Expected">The share that the reference says would come up without any change, in [0,1].</param>
/// <param name="Current">The share of the current values, in [0,1].</param>
public readonly record struct NoveltyShares(double Expected, double Current);
