using Mlops.Data.Quality.Constraints;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Reports;

/// <summary>The sentences of a quality report.</summary>
internal static class QualitySentences
{
    private const int Shown = 5;

    public static string Headline(DataQualityReport report)
    {
        var failed = Counted(report, Verdict.Fail);
        var untold = Counted(report, Verdict.Inconclusive);
        var count = report.Results.Count(result => result.IsCounted);
        return report.Verdict switch
        {
            Verdict.Fail => $"The data violate {failed.Count} of {Constraints(count)}: {List(failed)}.",
            Verdict.Pass =>
                $"The data keep {(count == 1 ? "the one constraint" : $"all {Constraints(count)}")}{Warned(report)}.",
            _ when count == 0 => "Nothing was demanded of the data, so nothing is known.",
            _ =>
                $"The data violate nothing for sure, but {untold.Count} of {Constraints(count)} can't be told: {List(untold)}.",
        };
    }

    public static string Explanation(DataQualityReport report)
    {
        var counts =
            $"{Counted(report, Verdict.Pass).Count} kept, {Counted(report, Verdict.Fail).Count} violated, {Counted(report, Verdict.Inconclusive).Count} that can't be told";
        var warnings = report.Results.Count(result => !result.IsCounted && result.Verdict == Verdict.Fail);
        return warnings == 0 ? $"{counts}." : $"{counts}; {warnings} warning{(warnings == 1 ? "" : "s")} besides.";
    }

    public static string Checked(DataQualityReport report)
    {
        var data = $"{ReportFormat.Count(report.Data.RowCount)} rows of {report.Data.Name}";
        var from = report.Constraints.Reference is { } reference
            ? $", inferred from {ReportFormat.Count(reference.RowCount)} rows of {reference.Name} or added to those"
            : "";
        return $"{data} were held to {Constraints(report.Results.Count)}{from}.";
    }

    public static IEnumerable<string> ToDo(DataQualityReport report)
    {
        foreach (var result in InOrder(report).Where(result => result.Verdict != Verdict.Pass).Take(20))
        {
            yield return $"{result.Constraint.Id}: {result.Advice}";
        }
    }

    public static string Method(DataQualityReport report) =>
        report.Options.Shares == ShareJudgement.Interval
            ? $"Where no violation is tolerated, one fails the data. Where a share is tolerated, its {ReportFormat.Percent(report.Options.ConfidenceLevel, 0)} interval (Clopper and Pearson's) is held against that: wholly above is Fail, wholly within is Pass, and otherwise the rows are too few to tell, which never counts as a Pass. Rows are taken to be independent. Missing values are counted by the constraints on missing values alone; a rule is not violated where it is unknown."
            : "Shares of these very rows are held against the shares that are tolerated; where the rows are a sample, the answer is uncertain and the intervals say how much. Missing values are counted by the constraints on missing values alone; a rule is not violated where it is unknown.";

    /// <summary>What failed first, then what can't be told, then the rest; those that count before warnings.</summary>
    public static IEnumerable<ConstraintResult> InOrder(DataQualityReport report) =>
        report.Results.OrderBy(result =>
            (result.Verdict, result.IsCounted) switch
            {
                (Verdict.Fail, true) => 0,
                (Verdict.Inconclusive, true) => 1,
                (Verdict.Fail, _) => 2,
                (Verdict.Inconclusive, _) => 3,
                _ => 4,
            }
        );

    public static string Sentence(DataConstraint constraint) =>
        constraint.Kind is "rule" or "custom"
        || constraint.Columns is [var first, ..] && constraint.Demand.StartsWith(first, StringComparison.Ordinal)
            ? constraint.Demand
            : char.ToUpperInvariant(constraint.Demand[0]) + constraint.Demand[1..];

    private static List<ConstraintResult> Counted(DataQualityReport report, Verdict verdict) =>
        [.. report.Results.Where(result => result.IsCounted && result.Verdict == verdict)];

    private static string Warned(DataQualityReport report)
    {
        var warned = report.Results.Where(result => !result.IsCounted && result.Verdict == Verdict.Fail).ToList();
        return warned.Count == 0 ? "" : $", with a warning: {List(warned)}";
    }

    private static string List(List<ConstraintResult> results) =>
        string.Join(", ", results.Take(Shown).Select(result => result.Constraint.Id))
        + (results.Count > Shown ? $" and {results.Count - Shown} more" : "");

    private static string Constraints(int count) => $"{count} constraint{(count == 1 ? "" : "s")}";
}
