// <snippet: Suites>
using Mlops;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.Sarif;

// </snippet>

namespace Snippets.Documents;

internal static class ExamplesChecks
{
    public static void Suites()
    {
        // <snippet: Suites>
        var rule = new CheckRule("acme/latency", "The 99% quantile of latency is within the agreed limit.");
        var suite = new CheckSuite(
            "latency",
            Verdict.Fail,
            [
                new CheckResult(rule, "group A", "services", Verdict.Pass, "70 ms where 100 ms are agreed."),
                new CheckResult(rule, "group B", "services", Verdict.Fail, "163 ms where 100 ms are agreed.")
                {
                    Measures = [new CheckMeasure("milliseconds", 163)],
                },
            ]
        )
        {
            Location = "data/latency.csv",
            Properties = [new CheckProperty("week", "12")],
        };

        suite.SaveSarif("latency.sarif", SarifOptions.Default with { IncludePassed = true });
        Console.Write(suite.ToJUnit());
        // </snippet>
    }
}
