// <snippet: Usings>
using Mlops;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class ExamplesReporting
{
    public static void Blocks()
    {
        // <snippet: Blocks>
        var document = new ReportDocument(
            "Churn model, week 12",
            [
                new VerdictBlock(Verdict.Fail, "One group is slower", "Answers for group B take too long."),
                new HeadingBlock(2, "Latency"),
                new IntervalChart(
                    "Latency of each group",
                    "Group B lies beyond the bound.",
                    "milliseconds",
                    Bound: 100,
                    BoundLabel: "agreed limit",
                    [
                        new IntervalRow("A", Estimate: 62, Lower: 55, Upper: 70, Verdict.Pass),
                        new IntervalRow("B", Estimate: 140, Lower: 121, Upper: 163, Verdict.Fail),
                    ]
                ),
                new ListBlock(["Look at the cache of group B.", "Repeat the measurement."]),
            ]
        )
        {
            Verdict = Verdict.Fail,
        };

        Console.Write(document.ToText(width: 72));
        // </snippet>
    }

    public static void Charts()
    {
        // <snippet: Charts>
        var charts = new ReportDocument(
            "Distributions",
            [
                new CategoryChart("plan", "Fewer basic plans.", ["full", "basic"], [0.70, 0.30], [0.85, 0.15]),
                new HistogramChart("age", "Younger customers.", [18, 30, 50, 80], [0.2, 0.5, 0.3], [0.4, 0.4, 0.2]),
                new HeatmapChart(
                    "Drift by week",
                    "Age drifts from week 2 on.",
                    ["week 1", "week 2"],
                    ["age"],
                    [
                        [new HeatmapCell(0.03, Verdict.Pass), new HeatmapCell(0.21, Verdict.Fail)],
                    ],
                    Bound: 0.1,
                    ValueLabel: "effect"
                ),
                new DetailsBlock("How it was measured", [new TextBlock("On 1,000 rows of each side.")]),
            ]
        );

        charts.SaveHtml("charts.html");
        Console.Write(charts.ToText(width: 72));
        // </snippet>
    }

    public static void Formats()
    {
        // <snippet: Formats>
        Console.WriteLine(
            $"{ReportFormat.Number(0.000123456)} {ReportFormat.Percent(0.0314)} {ReportFormat.Count(1234567)}"
        );
        Console.WriteLine($"{ReportFormat.PValue(1e-9)} {ReportFormat.Interval(0.0123, 0.0456)}");
        // </snippet>
    }
}
