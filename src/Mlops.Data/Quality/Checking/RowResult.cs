using Mlops.Data.Quality.Constraints;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Checking;

/// <summary>Makes the result of a constraint on rows from its tally.</summary>
internal static class RowResult
{
    public static ConstraintResult Of(
        RowConstraint constraint,
        RowTally tally,
        Func<int, string> text,
        DataQualityOptions options
    )
    {
        var (verdict, interval) = ShareVerdict.Of(tally.Violations, tally.Checked, constraint.TolerableShare, options);
        return new ConstraintResult(constraint, verdict, Reason(constraint, tally, verdict, interval))
        {
            Status =
                tally.Checked > 0 ? ResultStatus.Ok
                : tally.Unknown > 0 ? ResultStatus.AllMissing
                : ResultStatus.Empty,
            Measure = "share",
            Observed = tally.Checked > 0 ? (double)tally.Violations / tally.Checked : double.NaN,
            Bound = constraint.TolerableShare,
            Interval = interval,
            CheckedRows = tally.Checked,
            ViolatingRows = tally.Violations,
            UnknownRows = tally.Unknown,
            Examples = [.. tally.Examples.Select(row => new ViolationExample(row, text(row)))],
            Advice = verdict switch
            {
                Verdict.Pass => "",
                Verdict.Fail => Advice(constraint),
                _ when tally.Checked == 0 => "Find out why there is nothing to check.",
                _ => Settling(constraint.TolerableShare, tally.Violations, options),
            },
        };
    }

    /// <summary>What would settle a share that can't be told from its bound.</summary>
    public static string Settling(double tolerance, long violations, DataQualityOptions options) =>
        violations == 0
            ? $"Check {ReportFormat.Count(ShareVerdict.RowsToPass(tolerance, options))} rows or more: without a violation so many pass."
            : "Check more rows, or tolerate another share.";

    private static string Reason(
        RowConstraint constraint,
        RowTally tally,
        Verdict verdict,
        ConfidenceInterval? interval
    )
    {
        if (tally.Checked == 0)
        {
            return tally.Unknown > 0 ? "No row has the values that it takes." : "There are no rows.";
        }

        var rows = $"{ReportFormat.Count(tally.Checked)} row{(tally.Checked == 1 ? "" : "s")}";
        var unknown =
            tally.Unknown > 0 && constraint is ExpressionConstraint
                ? $" For {ReportFormat.Count(tally.Unknown)} more it is unknown."
                : "";
        if (tally.Violations == 0 && verdict == Verdict.Pass)
        {
            return $"All of {rows} keep it.{unknown}";
        }

        var count =
            $"{(tally.Violations == 0 ? "None" : ReportFormat.Count(tally.Violations))} of {rows} violate{(tally.Violations is 0 or 1 ? "s" : "")} it";
        var share =
            tally.Violations > 0 ? $", {ReportFormat.Percent((double)tally.Violations / tally.Checked, 2)}" : "";
        return $"{count}{share}{Against(constraint.TolerableShare, verdict, interval)}.{unknown}";
    }

    /// <summary>How an interval stands to its bound.</summary>
    public static string Against(double bound, Verdict verdict, ConfidenceInterval? interval)
    {
        if (interval is not { } known)
        {
            return bound == 0 ? "; none may" : $"; {ReportFormat.Percent(bound, 2)} may";
        }

        var limits = $"{ReportFormat.Percent(known.Lower, 2)} to {ReportFormat.Percent(known.Upper, 2)}";
        return verdict == Verdict.Inconclusive
            ? $"; with {limits} as the interval it can't be told from the tolerated {ReportFormat.Percent(bound, 2)}"
            : $" (interval {limits}); {ReportFormat.Percent(bound, 2)} may";
    }

    private static string Advice(RowConstraint constraint) =>
        constraint switch
        {
            RangeConstraint =>
                "Look for another unit, a misplaced decimal sign or a code for missing; widen the range if the values are right.",
            DomainConstraint => "Look for new or misspelt categories; add those that are right to the list.",
            UniquenessConstraint => "Look for rows that were delivered or joined twice.",
            LengthConstraint => "Look for texts that were cut off, padded or put into the wrong column.",
            PatternConstraint => "Look for another format where the values come from.",
            MonotonyConstraint => "Look for rows that came late or were shuffled; sort them if order means nothing.",
            ColumnTypeConstraint =>
                "Look for texts among the values, such as a word for missing, and state how missing values are written.",
            _ => "Look at the rows that are shown, and at how their values are computed.",
        };
}
