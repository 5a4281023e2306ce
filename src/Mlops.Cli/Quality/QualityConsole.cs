using Mlops.Cli.Outputs;
using Mlops.Data.Quality;
using Mlops.Reporting;
using Spectre.Console;

namespace Mlops.Cli.Quality;

/// <summary>The quality report on a console: the verdict, the constraints that are not kept, and where more is to be had.</summary>
internal static class QualityConsole
{
    private const int MostRows = 60;

    public static void Write(DataQualityReport report, QualityRequest request, TextWriter output)
    {
        var open = VerdictConsole.NotPassed(report.Results, result => result.Verdict, result => result.IsCounted);
        VerdictConsole.Write(
            report.Verdict,
            report.ToString(),
            open.Count > 0 ? Table(open) : null,
            Notes(report, request, open.Count),
            output
        );
    }

    private static Table Table(List<ConstraintResult> results)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Constraint");
        table.AddColumn(new TableColumn("Verdict").NoWrap());
        table.AddColumn("Why");
        table.AddColumn("First rows");
        foreach (var result in results.Take(MostRows))
        {
            table.AddRow(
                Markup.Escape(result.IsCounted ? result.Constraint.Id : $"{result.Constraint.Id} (warning)"),
                VerdictMark.Of(result.Verdict),
                Markup.Escape(result.Advice.Length == 0 ? result.Reason : $"{result.Reason} {result.Advice}"),
                Markup.Escape(
                    string.Join(
                        "; ",
                        result
                            .Examples.Take(2)
                            .Select(example => $"{ReportFormat.Count(example.Row + 1)}: {example.Value}")
                    )
                )
            );
        }

        return table;
    }

    private static IEnumerable<string> Notes(DataQualityReport report, QualityRequest request, int open)
    {
        if (open > MostRows)
        {
            yield return $"{open - MostRows} more constraints are not shown; the full report has all of them.";
        }

        var unnamed = report.UncheckedColumns;
        if (unnamed.Count > 0)
        {
            yield return $"No constraint names {string.Join(", ", unnamed.Take(8))}{(unnamed.Count > 8 ? $" and {unnamed.Count - 8} more columns" : "")}.";
        }

        var reference = report.Constraints.Reference is { } from
            ? $", inferred from {from.Name} ({ReportFormat.Count(from.RowCount)} rows)"
            : "";
        yield return $"{report.Data.Name} ({ReportFormat.Count(report.Data.RowCount)} rows) was held to {report.Results.Count} constraint{(report.Results.Count == 1 ? "" : "s")}{reference}.";
        yield return "";
        if (request.SaveConstraints is { } saved)
        {
            yield return $"The constraints are in {saved}: edit them, and check with --constraints {saved}.";
        }

        yield return request.Output.Html is { } html
            ? $"The full report is in {html}."
            : "Add --html report.html for the full report: every constraint, the rows that violate them, and what to do.";
    }
}
