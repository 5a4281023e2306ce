using Mlops.Cli.Outputs;
using Mlops.Drift;
using Mlops.Reporting;
using Spectre.Console;

namespace Mlops.Cli.Drift;

/// <summary>The report on a console: the verdict, a table of columns, what to do, and where more is to be had.</summary>
internal static class ConsoleReport
{
    private const int MostRows = 60;

    public static void Write(DriftReport report, DriftRequest request, TextWriter output)
    {
        var console = CliConsole.Create(output);
        console.WriteLine();
        console.MarkupLine($"{VerdictMark.Of(report.Verdict)}  {Markup.Escape(Sentence(report))}");
        console.WriteLine();
        console.Write(Table(report));
        foreach (var line in Notes(report))
        {
            console.MarkupLine(line);
        }

        console.WriteLine();
        console.MarkupLine(Next(request));
    }

    private static Table Table(DriftReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Column");
        table.AddColumn(new TableColumn("Verdict").NoWrap());
        table.AddColumn(new TableColumn("Effect").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("90% interval").RightAligned().NoWrap());
        table.AddColumn("Why");
        var columns = report
            .Columns.OrderBy(column => Order(column.Verdict))
            .ThenByDescending(column => column.Contribution)
            .ToList();
        foreach (var column in columns.Take(MostRows))
        {
            var leading = column.Leading?.Test;
            table.AddRow(
                Markup.Escape(column.Name),
                VerdictMark.Of(column.Verdict),
                leading is null ? "" : Markup.Escape(ReportFormat.Fixed(leading.Effect, 3)),
                leading is null
                    ? ""
                    : Markup.Escape(
                        $"{ReportFormat.Fixed(leading.Interval.Lower, 3)} to {ReportFormat.Fixed(leading.Interval.Upper, 3)}"
                    ),
                Markup.Escape(column.Reason)
            );
        }

        return table;
    }

    private static IEnumerable<string> Notes(DriftReport report)
    {
        if (report.Columns.Count > MostRows)
        {
            yield return Markup.Escape(
                $"{report.Columns.Count - MostRows} more columns are not shown; the full report has all of them."
            );
        }

        if (report.Omitted.Count > 0)
        {
            yield return Markup.Escape(
                $"Not judged: {string.Join(", ", report.Omitted.Take(8).Select(column => $"{column.Name} ({column.Reason})"))}{(report.Omitted.Count > 8 ? $" and {report.Omitted.Count - 8} more" : "")}."
            );
        }

        yield return Markup.Escape(
            $"{report.Current.Name} ({ReportFormat.Count(report.Current.RowCount)} rows) against {report.Reference.Name} ({ReportFormat.Count(report.Reference.RowCount)} rows). A change up to {ReportFormat.Number(report.Options.Bound.Distance, 2)} is tolerated; rows are taken to be independent."
        );
    }

    private static string Next(DriftRequest request) =>
        request.Output.Html is { } html
            ? Markup.Escape($"The full report is in {html}.")
            : Markup.Escape(
                "Add --html report.html for the full report: pictures, what to do, and where the numbers come from."
            );

    private static string Sentence(DriftReport report) => report.ToString()[(report.Verdict.ToString().Length + 2)..];

    private static int Order(Verdict verdict) =>
        verdict switch
        {
            Verdict.Fail => 0,
            Verdict.Inconclusive => 1,
            _ => 2,
        };
}
