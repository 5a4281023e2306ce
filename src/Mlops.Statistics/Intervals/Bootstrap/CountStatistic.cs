namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>A statistic of how many rows fall in each cell.</summary>
/// <param name="counts">The counts of the cells, which sum to the number of rows; good during the call only.</param>
/// <returns>The statistic; NaN where the counts have none.</returns>
/// <remarks>It is called from many threads at once, and must depend on nothing but its argument.</remarks>
public delegate double CountStatistic(ReadOnlySpan<long> counts);
