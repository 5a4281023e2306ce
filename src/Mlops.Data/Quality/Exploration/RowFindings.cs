using Mlops.Data.Quality.Duplicates;
using Mlops.Data.Quality.Outliers;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Exploration;

/// <summary>Says what was found of duplicates and outliers.</summary>
internal static class RowFindings
{
    public const string Rows = "explore/duplicate-rows";
    public const string Columns = "explore/duplicate-columns";
    public const string Key = "explore/key";
    public const string Outlier = "explore/outliers";

    public static IEnumerable<ExplorationFinding> Of(
        DuplicateResult duplicates,
        OutlierResult outliers,
        ExplorationOptions options
    )
    {
        yield return OfRows(duplicates, options);
        foreach (var columns in duplicates.Columns)
        {
            yield return OfColumns(columns);
        }

        foreach (var key in duplicates.Keys.Where(key => !key.IsUnique))
        {
            yield return new ExplorationFinding(
                Key,
                key.Column,
                Verdict.Fail,
                $"{ReportFormat.Count(key.DistinctCount)} of its {ReportFormat.Count(key.PresentCount)} values are different: nearly a key, but not one."
            )
            {
                IsCounted = false,
                Rows = key.RepeatedRows,
                Advice = "If it identifies rows, look for rows that were delivered or joined twice.",
            };
        }

        foreach (var column in outliers.Columns)
        {
            yield return OfColumn(column, options);
        }
    }

    private static ExplorationFinding OfRows(DuplicateResult duplicates, ExplorationOptions options)
    {
        var repeats = duplicates.Repeats;
        var verdict = repeats.Against(options.MaximumDuplicateShare);
        return new ExplorationFinding(
            Rows,
            "data set",
            verdict,
            duplicates.Status != ResultStatus.Ok ? "There are no rows."
                : repeats.Count == 0
                    ? $"No row of {ReportFormat.Count(repeats.Total)} comes twice{(verdict == Verdict.Pass ? "" : $", but so few rows can't tell that below {ReportFormat.Percent(options.MaximumDuplicateShare, 1)} do")}."
                : $"{ReportFormat.Count(repeats.Count)} of {ReportFormat.Count(repeats.Total)} rows are equal to an earlier one, {ReportFormat.Percent(repeats.Value, 2)} (interval {ReportFormat.Percent(repeats.Interval.Lower, 2)} to {ReportFormat.Percent(repeats.Interval.Upper, 2)}); {ReportFormat.Percent(options.MaximumDuplicateShare, 1)} may."
        )
        {
            Observed = repeats.Value,
            Bound = options.MaximumDuplicateShare,
            Interval = repeats.Interval,
            Rows = [.. duplicates.Groups.SelectMany(group => group.Rows.Skip(1)).Take(10)],
            Advice =
                verdict == Verdict.Pass || repeats.Count == 0
                    ? ""
                    : "Look for rows that were delivered or joined twice; without a key, coarse data repeat by chance.",
        };
    }

    private static ExplorationFinding OfColumns(DuplicateColumns columns)
    {
        var names = string.Join(", ", columns.Columns);
        return new ExplorationFinding(
            Columns,
            names,
            Verdict.Fail,
            columns.Kind switch
            {
                DuplicateColumnKind.Equal => "The columns are equal in every row.",
                DuplicateColumnKind.OneToOne => "Each value of one column goes with one value of the other.",
                _ => "The columns are in the same order in every row, or in the reverse.",
            }
        )
        {
            IsCounted = false,
            Advice = "Keep one of them: they say the same, and importance is divided between them.",
        };
    }

    private static ExplorationFinding OfColumn(ColumnOutliers column, ExplorationOptions options)
    {
        var share = column.Outliers;
        var verdict =
            column.Status == ResultStatus.Ok ? share.Against(options.MaximumOutlierShare) : Verdict.Inconclusive;
        if (verdict == Verdict.Fail && column.Fences.IsLongTailed)
        {
            verdict = Verdict.Inconclusive;
        }

        return new ExplorationFinding(Outlier, column.Column, verdict, Reason(column))
        {
            IsCounted = false,
            Observed = share.Value,
            Bound = options.MaximumOutlierShare,
            Interval = column.Status == ResultStatus.Ok ? share.Interval : null,
            Rows = [.. column.Examples.Select(example => example.Row)],
            Advice =
                verdict == Verdict.Fail
                    ? "Look at the rows: for another unit, a misplaced decimal sign or a code for missing."
                : verdict == Verdict.Inconclusive && share.Count > 0 && column.Fences.IsLongTailed
                    ? "Its tails are long, so that some values lie far out by nature: look at the farthest, or take the logarithm."
                : "",
        };
    }

    private static string Reason(ColumnOutliers column)
    {
        var share = column.Outliers;
        return column.Status switch
        {
            ResultStatus.Ok when share.Count == 0 =>
                $"All {ReportFormat.Count(share.Total)} values lie within {Fences(column)}.",
            ResultStatus.Ok =>
                $"{ReportFormat.Count(share.Count)} of {ReportFormat.Count(share.Total)} values ({ReportFormat.Percent(share.Value, 2)}) lie beyond {Fences(column)}: {ReportFormat.Count(column.BelowCount)} below, {ReportFormat.Count(column.AboveCount)} above{(column.Fences.IsLongTailed ? "; its tails are long" : "")}.",
            ResultStatus.Constant => "It has one value.",
            ResultStatus.Undefined =>
                "Half of its values are one value, so that there is no spread to tell outliers by.",
            ResultStatus.AllMissing => "It has no values.",
            ResultStatus.Infinite => "Infinite values leave no spread to tell outliers by.",
            ResultStatus.Absent => "It is not there.",
            ResultStatus.TypeMismatch => "It is not numbers here.",
            _ => "It has too few values.",
        };
    }

    private static string Fences(ColumnOutliers column) =>
        $"{ReportFormat.Number(column.Fences.Lower)} to {ReportFormat.Number(column.Fences.Upper)}";
}
