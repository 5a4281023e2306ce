using Mlops.Statistics.Intervals;

namespace Mlops.Data.Quality.Checking;

/// <summary>Holds a share of rows against the share that is tolerated.</summary>
internal static class ShareVerdict
{
    public static (Verdict Verdict, ConfidenceInterval? Interval) Of(
        long violations,
        long trials,
        double tolerance,
        DataQualityOptions options
    )
    {
        if (trials == 0)
        {
            return (Verdict.Inconclusive, null);
        }

        if (tolerance == 0)
        {
            return (violations == 0 ? Verdict.Pass : Verdict.Fail, null);
        }

        var interval = ClopperPearson.Interval(violations, trials, options.ConfidenceLevel);
        if (options.Shares == ShareJudgement.Observed)
        {
            return ((double)violations / trials <= tolerance ? Verdict.Pass : Verdict.Fail, interval);
        }

        return (
            interval.Lower > tolerance ? Verdict.Fail
            : interval.Upper <= tolerance ? Verdict.Pass
            : Verdict.Inconclusive,
            interval
        );
    }

    /// <summary>The rows without a violation that would be needed for a Pass.</summary>
    public static long RowsToPass(double tolerance, DataQualityOptions options) =>
        (long)Math.Ceiling(Math.Log((1 - options.ConfidenceLevel) / 2) / Math.Log(1 - tolerance));
}
