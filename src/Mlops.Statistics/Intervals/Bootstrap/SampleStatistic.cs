namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>A statistic of a sample.</summary>
/// <param name="sample">The values; good during the call only.</param>
/// <returns>The statistic; NaN where the sample has none.</returns>
/// <remarks>It is called from many threads at once, and must depend on nothing but its argument.</remarks>
public delegate double SampleStatistic(ReadOnlySpan<double> sample);
