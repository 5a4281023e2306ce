using Mlops.Data.Profiles;
using Mlops.Reporting;
using Spectre.Console;

namespace Mlops.Cli.Profile;

/// <summary>A profile on a console.</summary>
internal static class ProfileSummary
{
    private const int MostRows = 60;

    public static void Write(DatasetProfile profile, string name, string target, TextWriter output)
    {
        var console = CliConsole.Create(output);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Column");
        table.AddColumn(new TableColumn("Kind").NoWrap());
        foreach (var heading in (string[])["Missing", "Distinct", "Mean", "Deviation", "Least", "Median", "Greatest"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        table.AddColumn("Most frequent");
        foreach (var column in profile.Columns.Take(MostRows))
        {
            table.AddRow([.. Row(column).Select(Markup.Escape)]);
        }

        console.WriteLine();
        console.Write(table);
        if (profile.Columns.Count > MostRows)
        {
            console.MarkupLine($"{profile.Columns.Count - MostRows} more columns are not shown.");
        }

        var omitted = profile.Definition.Columns.Where(column => !column.IsJudged).ToList();
        if (omitted.Count > 0)
        {
            console.MarkupLine(
                Markup.Escape(
                    $"Not profiled: {string.Join(", ", omitted.Take(8).Select(column => column.Schema.Name))}{(omitted.Count > 8 ? $" and {omitted.Count - 8} more" : "")}."
                )
            );
        }

        console.MarkupLine(
            Markup.Escape(
                $"{ReportFormat.Count(profile.Count)} rows of {name} are summed up in {target} ({ReportFormat.Count((new FileInfo(target).Length + 1023) / 1024)} KB)."
            )
        );
        console.MarkupLine(
            Markup.Escape($"Next: mlops drift REFERENCE {target}, or first mlops merge {target} OTHERS... -o MERGED.")
        );
    }

    private static string[] Row(ColumnProfile column)
    {
        string[] first =
        [
            column.Definition.Schema.Name,
            column.Definition.Schema.Kind.ToString().ToLowerInvariant(),
            column.RowCount == 0 ? "" : ReportFormat.Percent((double)column.MissingCount / column.RowCount),
        ];
        return column switch
        {
            NumericSketchProfile sketch =>
            [
                .. first,
                Estimate(sketch.DistinctEstimate, sketch.IsDistinctExact),
                Number(sketch.Moments.Mean),
                Number(sketch.Moments.SampleStandardDeviation),
                Number(sketch.Moments.Minimum),
                Number(sketch.Quantile(0.5)),
                Number(sketch.Moments.Maximum),
                "",
            ],
            NumericColumnProfile numeric =>
            [
                .. first,
                "",
                Number(numeric.Moments.Mean),
                Number(numeric.Moments.SampleStandardDeviation),
                Number(numeric.Moments.Minimum),
                "",
                Number(numeric.Moments.Maximum),
                "",
            ],
            CategorySketchProfile sketch =>
            [
                .. first,
                Estimate(sketch.DistinctEstimate, sketch.IsExact),
                .. Enumerable.Repeat("", 5),
                sketch.Categories.Count == 0 ? "" : sketch.Categories[0].Item,
            ],
            CategoryColumnProfile category =>
            [
                .. first,
                Estimate(category.DistinctCount, category.IsExact),
                .. Enumerable.Repeat("", 5),
                category.DistinctCount == 0 ? "" : category.Categories[0].Category,
            ],
            _ => first,
        };
    }

    // An estimate is some percent off: more than two digits of it would be made up.
    private static string Estimate(double count, bool isExact)
    {
        if (isExact)
        {
            return ReportFormat.Count((long)count);
        }

        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(count, 1))) - 1));
        return $"≈ {ReportFormat.Count((long)(Math.Round(count / unit) * unit))}";
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : ReportFormat.Number(value);
}
