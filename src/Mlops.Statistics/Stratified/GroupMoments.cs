namespace Mlops.Statistics.Stratified;

/// <summary>The values of a group of rows in three numbers.</summary>
/// <param name="Count">The rows with a value, at least 0.</param>
/// <param name="Mean">Their mean; it counts for nothing without rows.</param>
/// <param name="Variance">Their sample variance; NaN for fewer than two rows.</param>
public readonly record struct GroupMoments(long Count, double Mean, double Variance);
