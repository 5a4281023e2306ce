// <snippet: Files>
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Drift;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class DriftReadme
{
    public static void Files()
    {
        // <snippet: Files>
        var baseline = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"));
        var report = baseline.Compare(Dataset.ReadCsv("current.csv", new CsvOptions { Schema = baseline.Schema }));

        Console.WriteLine(report);
        report.ToDocument().SaveHtml("report.html");
        // </snippet>
    }

    public static void Columns()
    {
        // <snippet: Columns>
        var reference = Dataset.FromColumns(
            "january",
            Column.Number("amount", [.. Enumerable.Range(0, 5000).Select(i => i % 100 * 1.0)]),
            Column.Category("plan", Enumerable.Range(0, 5000).Select(i => i % 4 == 0 ? "basic" : "full"))
        );
        var current = Dataset.FromColumns(
            "february",
            Column.Number("amount", [.. Enumerable.Range(0, 4000).Select(i => (i % 100 * 1.0) + 20)]),
            Column.Category("plan", Enumerable.Range(0, 4000).Select(i => i % 4 == 1 ? "basic" : "full"))
        );

        var drift = DriftBaseline.Fit(reference).Compare(current);
        foreach (var column in drift.Columns)
        {
            Console.WriteLine($"{column.Name}: {column.Verdict}, effect {column.Effect:F3}. {column.Reason}");
        }
        // </snippet>
    }
}
