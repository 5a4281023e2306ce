// <snippet: Checks>
using Mlops.Data;
using Mlops.Drift;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.JUnit;

// </snippet>

namespace Snippets.Documents;

internal static class Pipelines
{
    public static void Checks()
    {
        // <snippet: Checks>
        var report = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv")).Compare(Dataset.ReadCsv("current.csv"));

        var checks = report.ToChecks() with { Location = "data/current.csv" };
        checks.SaveJUnit("drift-junit.xml", new JUnitOptions { InconclusiveAs = InconclusiveOutcome.Failure });
        checks.SaveSarif("drift.sarif");
        foreach (var check in checks.Checks.Take(3))
        {
            Console.WriteLine($"{check.Rule.Id} {check.Name}: {check.Verdict}");
        }
        // </snippet>
    }
}
