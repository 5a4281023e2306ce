namespace Mlops.Statistics.Permutation;

/// <summary>A statistic of two samples; larger is more extreme. It is called from many threads at a time.</summary>
/// <param name="reference">The reference's values, or those that take their place.</param>
/// <param name="current">The current values, or those that take their place.</param>
public delegate double TwoSampleStatistic(ReadOnlySpan<double> reference, ReadOnlySpan<double> current);
