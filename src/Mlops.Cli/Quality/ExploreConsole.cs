using Mlops.Cli.Outputs;
using Mlops.Data.Quality.Exploration;
using Mlops.Reporting;
using Spectre.Console;

namespace Mlops.Cli.Quality;

/// <summary>An exploration on a console: the verdict, what did not pass, and where more is to be had.</summary>
internal static class ExploreConsole
{
    private const int MostRows = 25;

    public static void Write(ExplorationReport report, QualityRequest request, TextWriter output)
    {
        var open = VerdictConsole.NotPassed(report.Findings, finding => finding.Verdict, finding => finding.IsCounted);
        VerdictConsole.Write(
            report.Verdict,
            report.ToString(),
            open.Count > 0 ? Table(open) : null,
            Notes(report, request, open.Count),
            output
        );
    }

    private static Table Table(List<ExplorationFinding> findings)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Question");
        table.AddColumn(new TableColumn("Verdict").NoWrap());
        table.AddColumn("What was found, and what to do");
        foreach (var finding in findings.Take(MostRows))
        {
            table.AddRow(
                Markup.Escape(
                    $"{finding.Rule["explore/".Length..]}: {finding.Subject}{(finding.IsCounted ? "" : " (hint)")}"
                ),
                VerdictMark.Of(finding.Verdict),
                Markup.Escape(finding.Advice.Length == 0 ? finding.Reason : $"{finding.Reason} {finding.Advice}")
            );
        }

        return table;
    }

    private static IEnumerable<string> Notes(ExplorationReport report, QualityRequest request, int open)
    {
        if (open > MostRows)
        {
            yield return $"{open - MostRows} more are not shown; the full report has all of them.";
        }

        if (report.Leakage.Status == ResultStatus.Absent)
        {
            yield return "No label was named: with --label COLUMN leaks and wrong labels are looked for too.";
        }

        yield return $"{report.Data.Name} ({ReportFormat.Count(report.Data.RowCount)} rows) was asked {report.Findings.Count} questions; {report.Findings.Count - open} pass.";
        yield return "";
        yield return request.Output.Html is { } html
            ? $"The full report is in {html}."
            : "Add --html report.html for the full report: every question, the rows, and what to do.";
    }
}
