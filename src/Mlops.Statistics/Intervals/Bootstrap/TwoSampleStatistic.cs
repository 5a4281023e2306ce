namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>A statistic of two samples.</summary>
/// <param name="reference">The reference's values; good during the call only.</param>
/// <param name="current">The current values; good during the call only.</param>
/// <returns>The statistic; NaN where the samples have none.</returns>
/// <remarks>It is called from many threads at once, and must depend on nothing but its arguments.</remarks>
public delegate double TwoSampleStatistic(ReadOnlySpan<double> reference, ReadOnlySpan<double> current);
