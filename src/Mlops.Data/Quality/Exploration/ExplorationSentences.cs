using Mlops.Reporting;

namespace Mlops.Data.Quality.Exploration;

/// <summary>The sentences of an exploration.</summary>
internal static class ExplorationSentences
{
    private const int Shown = 4;

    public static string Headline(ExplorationReport report)
    {
        var failed = Counted(report, Verdict.Fail);
        var open = Counted(report, Verdict.Inconclusive);
        return report.Verdict switch
        {
            Verdict.Fail => $"Something is surely wrong with the data: {List(failed)}.",
            Verdict.Pass => "Nothing that counts is wrong with the data.",
            _ => $"Nothing is surely wrong with the data, but some can't be told: {List(open)}.",
        };
    }

    public static string Explanation(ExplorationReport report)
    {
        var hints = report.Findings.Count(finding => !finding.IsCounted && finding.Verdict == Verdict.Fail);
        return $"{report.Findings.Count(finding => finding.IsCounted)} questions that count: {Counted(report, Verdict.Pass).Count} pass, {Counted(report, Verdict.Fail).Count} fail, {Counted(report, Verdict.Inconclusive).Count} can't be told. {(hints == 0 ? "No hints besides." : $"{hints} hint{(hints == 1 ? "" : "s")} besides.")}";
    }

    public static string Looked(ExplorationReport report)
    {
        var reference = report.Reference is { } known
            ? $" Fences were learnt from {ReportFormat.Count(known.RowCount)} rows of {known.Name}, and its rows were looked for."
            : "";
        var label = report.Leakage.Status switch
        {
            ResultStatus.Absent =>
                " No label was named, so nothing was asked of leaks and wrong labels: name it to have that.",
            ResultStatus.Ok => $" The label is {report.Leakage.Label}.",
            ResultStatus.Constant => $" The label {report.Leakage.Label} has one value, so nothing can tell it.",
            ResultStatus.Undefined =>
                $" The label {report.Leakage.Label} has too many classes to be one; say that it is numbers if it is.",
            _ => $" The label {report.Leakage.Label} has no values that are numbers or classes.",
        };
        return $"{ReportFormat.Count(report.Data.RowCount)} rows of {report.Data.Name} were looked at.{label}{reference}";
    }

    public static IEnumerable<string> ToDo(ExplorationReport report) =>
        InOrder(report)
            .Where(finding => finding.Verdict != Verdict.Pass && finding.Advice.Length > 0)
            .Take(12)
            .Select(finding => $"{Name(finding)}: {finding.Advice}");

    public static IEnumerable<ExplorationFinding> InOrder(ExplorationReport report) =>
        report.Findings.OrderBy(finding =>
            (finding.IsCounted ? 0 : 2)
            + finding.Verdict switch
            {
                Verdict.Fail => 0,
                Verdict.Inconclusive => 1,
                _ => 4,
            }
        );

    /// <summary>What a finding is about, for people: <c>duplicate rows</c>, <c>leakage: days_since_cancellation</c>.</summary>
    public static string Name(ExplorationFinding finding)
    {
        var rule = finding.Rule["explore/".Length..].Replace('-', ' ');
        return finding.Subject == "data set" ? rule : $"{rule}: {finding.Subject}";
    }

    public static string Rows(ExplorationFinding finding) =>
        string.Join(", ", finding.Rows.Take(5).Select(row => ReportFormat.Count(row + 1)));

    private static List<ExplorationFinding> Counted(ExplorationReport report, Verdict verdict) =>
        [.. report.Findings.Where(finding => finding.IsCounted && finding.Verdict == verdict)];

    private static string List(List<ExplorationFinding> findings) =>
        string.Join(", ", findings.Take(Shown).Select(Name))
        + (findings.Count > Shown ? $" and {findings.Count - Shown} more" : "");
}
