using Mlops.Drift.Presets;
using Mlops.Reporting;
using Spectre.Console;

namespace Mlops.Cli.Drift;

/// <summary>A preset's report on a console.</summary>
internal static class PresetConsole
{
    public static void Write(PresetReport report, TextWriter output)
    {
        var console = CliConsole.Create(output);
        console.WriteLine();
        console.WriteLine(report.ToString());
        console.WriteLine();
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Column");
        table.AddColumn(new TableColumn("Drift").NoWrap());
        table.AddColumn("Method");
        table.AddColumn(new TableColumn("Score").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Threshold").RightAligned().NoWrap());
        table.AddColumn("Note");
        foreach (var column in report.Columns.OrderByDescending(column => column.IsDetected))
        {
            table.AddRow(
                Markup.Escape(column.Name),
                column.IsDetected ? "[bold red]✗ drift[/]"
                    : column.Status == ResultStatus.Ok ? ""
                    : "[yellow]? no score[/]",
                Markup.Escape(column.Method.Id),
                ReportFormat.Number(column.Score),
                double.IsNaN(column.Threshold) ? "" : ReportFormat.Number(column.Threshold),
                Markup.Escape(column.Reason)
            );
        }

        console.Write(table);
        if (report.Omitted.Count > 0)
        {
            console.WriteLine(
                $"Not compared: {string.Join(", ", report.Omitted.Select(column => $"{column.Name} ({column.Reason})"))}."
            );
        }
    }
}
