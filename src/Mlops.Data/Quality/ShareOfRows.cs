using Mlops.Statistics.Intervals;

namespace Mlops.Data.Quality;

/// <summary>How many of some rows have a property, with the interval of the share by Clopper and Pearson.</summary>
/// <param name="Count">The rows that have it.</param>
/// <param name="Total">The rows that were looked at.</param>
/// <param name="Interval">The interval of the share of the rows' source, if the rows are independent; [0,1] without rows.</param>
public sealed record ShareOfRows(long Count, long Total, ConfidenceInterval Interval)
{
    /// <summary>The share in these rows, in [0,1]; NaN without rows.</summary>
    public double Value => Total == 0 ? double.NaN : (double)Count / Total;

    /// <summary>Counts rows.</summary>
    /// <param name="count">The rows that have the property.</param>
    /// <param name="total">The rows that were looked at.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ShareOfRows Of(long count, long total, double confidenceLevel) =>
        new(count, total, ClopperPearson.Interval(count, total, confidenceLevel));

    /// <summary>Holds the interval against a bound: wholly above is Fail, at most the bound is Pass, otherwise, and without rows, Inconclusive.</summary>
    /// <param name="bound">The share that is tolerated, in [0,1]. Where none is, one row decides.</param>
    public Verdict Against(double bound) =>
        Total == 0 ? Verdict.Inconclusive
        : bound == 0 ? (Count == 0 ? Verdict.Pass : Verdict.Fail)
        : Interval.Lower > bound ? Verdict.Fail
        : Interval.Upper <= bound ? Verdict.Pass
        : Verdict.Inconclusive;
}
