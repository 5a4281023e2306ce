namespace Mlops.Statistics.TwoSample;

/// <summary>A statistic of two samples.</summary>
/// <param name="reference">The reference's values, or those that take their place; good during the call only.</param>
/// <param name="current">The current values, or those that take their place; good during the call only.</param>
/// <returns>The statistic; a permutation test takes larger ones to be more extreme. NaN where the samples have none.</returns>
/// <remarks>It is called from many threads at once, and must depend on nothing but its arguments.</remarks>
public delegate double TwoSampleStatistic(ReadOnlySpan<double> reference, ReadOnlySpan<double> current);
