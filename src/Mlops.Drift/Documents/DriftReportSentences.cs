using Mlops.Data;
using Mlops.Reporting;

namespace Mlops.Drift.Documents;

/// <summary>The first page of a drift report, in plain sentences.</summary>
internal static class DriftReportSentences
{
    private const int NamesInASentence = 5;

    public static string Headline(DriftReport report)
    {
        var (failed, undecided) = (report.With(Verdict.Fail), report.With(Verdict.Inconclusive));
        if (report.Columns.Count == 0)
        {
            return "No column could be judged.";
        }

        return report.Verdict switch
        {
            Verdict.Fail =>
                $"The data have changed by more than is tolerated: {Share(failed.Count, report.Columns.Count)}, {Names(failed)}.",
            Verdict.Pass when failed.Count + undecided.Count > 0 =>
                $"Few enough columns have changed: {Share(failed.Count, report.Columns.Count)}, within the tolerated share.",
            Verdict.Pass =>
                $"The data have not changed by more than is tolerated: all {Columns(report.Columns.Count)} passed.",
            _ when undecided.Count == report.Columns.Count =>
                "The data can't tell whether they have changed by more than is tolerated.",
            _ =>
                $"No column has surely changed, but {undecided.Count} of {Columns(report.Columns.Count)} {(undecided.Count == 1 ? "is" : "are")} undecided: {Names(undecided)}.",
        };
    }

    public static string Compared(DriftReport report)
    {
        var judged = report.Columns.Count;
        var roles = report
            .Columns.GroupBy(column => column.Role)
            .OrderBy(group => group.Key)
            .Select(group => Plural(group.Count(), Noun(group.Key)));
        var omitted =
            report.Omitted.Count == 0
                ? ""
                : $" {Plural(report.Omitted.Count, "column")} {(report.Omitted.Count == 1 ? "was" : "were")} left out: {Omitted(report)}.";
        return $"{Rows(report.Current)} of “{report.Current.Name}” were compared with {Rows(report.Reference)} of “{report.Reference.Name}”, column by column: {(judged == 0 ? "none" : string.Join(", ", roles))}.{omitted}";
    }

    public static string Explanation(DriftReport report)
    {
        var passed = report.With(Verdict.Pass);
        var detectable = passed.Count(column => column.IsDetectable);
        var counts =
            $"{report.With(Verdict.Fail).Count} failed, {passed.Count} passed, {report.With(Verdict.Inconclusive).Count} undecided.";
        return detectable == 0
            ? counts
            : $"{counts} In {detectable} of those that passed a change is detectable, but it is surely too small to matter.";
    }

    public static IEnumerable<string> Untold(DriftReport report)
    {
        foreach (var column in report.With(Verdict.Inconclusive).Take(10))
        {
            yield return $"{column.Name}: {column.Reason}";
        }

        if (report.With(Verdict.Inconclusive).Count is > 10 and var count)
        {
            yield return $"{count - 10} more columns are undecided; the table of columns says what would settle each.";
        }

        var unseen = report
            .Columns.Where(column => column.Components.Count > 0 && column.Novelty is null && HasValues(column))
            .ToList();
        if (unseen.Count > 0)
        {
            yield return $"What is new to the reference was not judged in {Plural(unseen.Count, "column")} ({Names(unseen)}): it can't be seen through a sketch.";
        }

        yield return DependenceSentences.Of(report);
    }

    public static IEnumerable<string> ToDo(DriftReport report)
    {
        var failed = report.With(Verdict.Fail);
        var broken = failed.Where(column => column.Status != ResultStatus.Ok).ToList();
        if (broken.Count > 0)
        {
            yield return $"Repair the data first: {Names(broken)} {(broken.Count == 1 ? "is" : "are")} structurally broken, which is more often a fault of the pipeline than a change of the world.";
        }

        foreach (var column in failed.Where(column => column.Status == ResultStatus.Ok).Take(3))
        {
            yield return $"Look at {column.Name} ({ReportFormat.Percent(column.Contribution, 0)} of the whole change): {Advice(column)}";
        }

        var labels = failed.Where(column => column.Role is ColumnRole.Label or ColumnRole.Prediction).ToList();
        if (labels.Count > 0)
        {
            yield return $"{Names(labels)} {(labels.Count == 1 ? "is" : "are")} what the model predicts: check its performance on recent labels before anything else.";
        }

        if (failed.Any(column => column.IsProtected))
        {
            yield return $"{Names([.. failed.Where(column => column.IsProtected)])} {(failed.Count(column => column.IsProtected) == 1 ? "is a protected attribute" : "are protected attributes")}: the people that the model decides on are not the same, so look at its fairness anew.";
        }

        if (report.With(Verdict.Inconclusive) is { Count: > 0 } undecided)
        {
            yield return $"Collect more rows, or widen the bound, for what can't be told yet ({Names(undecided)}). Undecided is not passed.";
        }

        if (report.Verdict == Verdict.Pass)
        {
            yield return "Nothing needs to be done. Keep comparing: a pass speaks of these data only.";
        }
    }

    public static string Plural(long count, string noun) =>
        $"{ReportFormat.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Advice(ColumnDrift column) =>
        column.Leading?.Kind switch
        {
            ComponentKind.Missingness =>
                "find out why values went missing or appeared before you look at the values themselves.",
            ComponentKind.Novelty when column.Kind == ColumnKind.Number =>
                "values came up that the model has hardly seen; check units, sensors and limits, then whether the model may extrapolate.",
            ComponentKind.Novelty => "new categories came up; map them, or retrain with them.",
            _ => "find out whether the world or the pipeline changed; if the world did, retrain on recent data.",
        };

    private static bool HasValues(ColumnDrift column) =>
        column.Reference.RowCount > column.Reference.MissingCount
        && column.Current.RowCount > column.Current.MissingCount;

    private static string Omitted(DriftReport report)
    {
        var shown = report.Omitted.Take(NamesInASentence).Select(column => $"{column.Name} ({column.Reason})");
        var more = report.Omitted.Count - NamesInASentence;
        return string.Join(", ", shown) + (more > 0 ? $" and {more} more" : "");
    }

    private static string Rows(ComparedData data) => Plural(data.RowCount, "row");

    private static string Columns(int count) => Plural(count, "column");

    private static string Share(int count, int of) => $"{count} of {Columns(of)}";

    private static string Names(IReadOnlyList<ColumnDrift> columns)
    {
        var shown = columns.Take(NamesInASentence).Select(column => column.Name).ToList();
        var more = columns.Count - shown.Count;
        return more > 0 ? $"{string.Join(", ", shown)} and {more} more"
            : shown.Count > 1 ? $"{string.Join(", ", shown[..^1])} and {shown[^1]}"
            : shown.FirstOrDefault() ?? "none";
    }

    private static string Noun(ColumnRole role) => role.ToString().ToLowerInvariant();
}
