using Mlops.Data.Quality.Constraints;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Checking;

/// <summary>Constraints on a column or a data set as a whole.</summary>
internal static class SummaryChecks
{
    public static ConstraintResult Rows(RowCountConstraint constraint, Dataset data)
    {
        var isTooFew = data.RowCount < constraint.Minimum;
        var isTooMany = data.RowCount > constraint.Maximum;
        return new ConstraintResult(
            constraint,
            isTooFew || isTooMany ? Verdict.Fail : Verdict.Pass,
            $"There are {ReportFormat.Count(data.RowCount)} rows; demanded are {constraint.Demand["there are ".Length..]}."
        )
        {
            Measure = "rows",
            Observed = data.RowCount,
            Bound = (isTooMany ? constraint.Maximum : constraint.Minimum ?? constraint.Maximum) ?? double.NaN,
            CheckedRows = data.RowCount,
            Advice =
                isTooFew ? "See whether the delivery is complete."
                : isTooMany ? "See whether rows were delivered or joined twice."
                : "",
        };
    }

    public static ConstraintResult Missing(MissingShareConstraint constraint, Column column, DataQualityOptions options)
    {
        var missing = column.MissingCount;
        var (verdict, interval) = ShareVerdict.Of(missing, column.Length, constraint.MaximumShare, options);
        var reason =
            column.Length == 0 ? "There are no rows."
            : missing == 0 && verdict == Verdict.Pass
                ? $"None of {ReportFormat.Count(column.Length)} values is missing."
            : $"{ReportFormat.Count(missing)} of {ReportFormat.Count(column.Length)} values are missing, {ReportFormat.Percent((double)missing / column.Length, 2)}{RowResult.Against(constraint.MaximumShare, verdict, interval)}.";
        return new ConstraintResult(constraint, verdict, reason)
        {
            Status = column.Length == 0 ? ResultStatus.Empty : ResultStatus.Ok,
            Measure = "share",
            Observed = column.Length == 0 ? double.NaN : (double)missing / column.Length,
            Bound = constraint.MaximumShare,
            Interval = interval,
            CheckedRows = column.Length,
            ViolatingRows = missing,
            Examples = verdict == Verdict.Pass ? [] : Examples(column, options.MaximumExamples),
            Advice = verdict switch
            {
                Verdict.Pass => "",
                Verdict.Fail when column.Failures.Count > 0 =>
                    $"{ReportFormat.Count(column.Failures.Count)} values did not convert, such as '{column.Failures.FirstValue}': correct how they are written or read.",
                Verdict.Fail => "Look at how the column is collected and joined.",
                _ when column.Length == 0 => "Find out why there is nothing to check.",
                _ => RowResult.Settling(constraint.MaximumShare, missing, options),
            },
        };
    }

    public static ConstraintResult Freshness(
        FreshnessConstraint constraint,
        TimeColumn column,
        DataQualityOptions options
    )
    {
        var now = options.TimeProvider.GetUtcNow().UtcTicks;
        var newest = TimeColumn.Missing;
        var tally = new RowTally(options.MaximumExamples);
        var times = column.UtcTicks.Span;
        for (var row = 0; row < times.Length; row++)
        {
            if (times[row] > now)
            {
                tally.Violate(row);
            }
            else if (times[row] > newest)
            {
                newest = times[row];
            }
        }

        var future = tally.Violations > 0 ? $" {ReportFormat.Count(tally.Violations)} times are in the future." : "";
        if (newest == TimeColumn.Missing)
        {
            return new ConstraintResult(
                constraint,
                Verdict.Fail,
                $"There is no time that is not in the future.{future}"
            )
            {
                Status =
                    column.Length == 0 ? ResultStatus.Empty
                    : tally.Violations == 0 ? ResultStatus.AllMissing
                    : ResultStatus.Undefined,
                Measure = "hours",
                Bound = constraint.MaximumAge.TotalHours,
                Advice = "See why the column has no times, and whether clocks and time zones are right.",
            };
        }

        var age = TimeSpan.FromTicks(now - newest);
        var verdict = age <= constraint.MaximumAge ? Verdict.Pass : Verdict.Fail;
        return new ConstraintResult(
            constraint,
            verdict,
            $"The newest is {FreshnessConstraint.Duration(age)} old; {FreshnessConstraint.Duration(constraint.MaximumAge)} may be.{future}"
        )
        {
            Measure = "hours",
            Observed = age.TotalHours,
            Bound = constraint.MaximumAge.TotalHours,
            CheckedRows = column.Length - column.MissingCount,
            UnknownRows = column.MissingCount,
            Examples = [.. tally.Examples.Select(row => new ViolationExample(row, RowText.Of(column, row)))],
            Advice =
                verdict == Verdict.Fail ? "See whether the last delivery arrived."
                : tally.Violations > 0 ? "See whether clocks and time zones are right where times are in the future."
                : "",
        };
    }

    private static List<ViolationExample> Examples(Column column, int count)
    {
        var examples = new List<ViolationExample>();
        for (var row = 0; row < column.Length && examples.Count < count; row++)
        {
            if (column.IsMissing(row))
            {
                examples.Add(new ViolationExample(row, "missing"));
            }
        }

        return examples;
    }
}
