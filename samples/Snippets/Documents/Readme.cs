// <snippet: FromCSharp>
using Mlops;
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Drift;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class Readme
{
    public static void FromCSharp()
    {
        // <snippet: FromCSharp>
        var reference = Dataset.ReadCsv("reference.csv").WithRole("churn", ColumnRole.Label);
        var baseline = DriftBaseline.Fit(reference);
        var report = baseline.Compare(Dataset.ReadCsv("current.csv", new CsvOptions { Schema = baseline.Schema }));

        Console.WriteLine(report);
        report.ToDocument().SaveHtml("report.html");
        if (report.Verdict == Verdict.Fail)
        {
            Environment.ExitCode = 2;
        }
        // </snippet>
    }
}
