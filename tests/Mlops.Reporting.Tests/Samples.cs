using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Tests;

/// <summary>Documents that tests render: one with everything in it, and arbitrary hostile ones.</summary>
internal static class Samples
{
    public const string Script = "</script><script>alert(1)</script>";
    public const string Image = "\"><img src=x onerror=alert(1)>";

    public static ReportDocument Everything { get; } =
        new(
            "Drift of credit-risk",
            [
                new VerdictBlock(Verdict.Fail, "2 of 3 columns changed.", "Income moved."),
                new TextBlock("A paragraph."),
                new HeadingBlock(2, "Changes"),
                new IntervalChart(
                    "Effects",
                    "Three columns against the bound.",
                    "distance",
                    0.1,
                    "tolerated",
                    [
                        new("income", 0.31, 0.29, 0.33, Verdict.Fail),
                        new("age", 0.02, 0.01, 0.04, Verdict.Pass),
                        new("zip", double.NaN, double.NaN, double.NaN, Verdict.Fail, "gone"),
                        new("score", 0.09, double.NegativeInfinity, double.PositiveInfinity, Verdict.Inconclusive),
                    ]
                ),
                new HistogramChart("income", "Income rose.", [0, 10, 20, 50], [0.3, 0.4, 0.3], [0.1, 0.4, 0.5])
                {
                    OutsideNote = "0.2% lie above 50.",
                },
                new CategoryChart(
                    "country",
                    "Stable.",
                    ["Österreich", "日本", Script],
                    [0.5, 0.3, 0.2],
                    [0.4, 0.4, 0.2]
                ),
                new HeadingBlock(2, "Over time"),
                new HeatmapChart(
                    "By month",
                    "Two columns, two months.",
                    ["2025-01", "2025-02"],
                    ["income", Image],
                    [
                        [new(0.02, Verdict.Pass), new(0.2, Verdict.Fail)],
                        [new(double.NaN, null), new(0.1, Verdict.Inconclusive)],
                    ],
                    0.1,
                    "distance"
                ),
                new TableBlock(
                    "Missing values",
                    [new("Column"), new("Share", true), new("Verdict")],
                    [
                        ["income", "1.2%", new TableCell("", Verdict.Pass)],
                        ["age", "11%", new TableCell("Fail", Verdict.Fail)],
                    ]
                ),
                new HeadingBlock(2, "Details"),
                new DetailsBlock("income", [new HeadingBlock(3, "Components"), new ListBlock(["one", "two"])]),
                new DetailsBlock("open", [new TextBlock("inside")], true),
            ]
        )
        {
            Subtitle = "July against June",
            Verdict = Verdict.Fail,
        };

    /// <summary>Charts of data that have nothing, too much, or no numbers to show.</summary>
    public static ReportDocument Degenerate { get; } =
        new(
            "",
            [
                new HistogramChart("", "", [], [], []),
                new HistogramChart("one edge", "", [1], [], []),
                new HistogramChart("one value", "", [5, 5], [1], [1]),
                new HistogramChart("zero", "", [0, 1], [0], [0]),
                new HistogramChart("NaN", "", [0, 1, 2], [double.NaN, 0.5], [double.PositiveInfinity, -1]),
                new HistogramChart("NaN edges", "", [double.NaN, double.NaN], [1], [1]),
                new HistogramChart("huge", "", [-double.MaxValue, 0, double.MaxValue], [0.5, 0.5], [0.2, 0.8]),
                new HistogramChart("tiny", "", [0, double.Epsilon, 3 * double.Epsilon], [0.5, 0.5], [0.2, 0.8]),
                new HistogramChart(
                    "open ends",
                    "",
                    [double.NegativeInfinity, 0, double.PositiveInfinity],
                    [0.5, 0.5],
                    [0.2, 0.8]
                ),
                new HistogramChart("not ascending", "", [3, 1, 2], [0.5, 0.5], [0.2, 0.8]),
                new HistogramChart("too few shares", "", [1, 2, 3], [0.5], [0.2, 0.8]),
                new HistogramChart(
                    "500",
                    "",
                    [.. Enumerable.Range(0, 501).Select(i => (double)i)],
                    Equal(500),
                    Equal(500)
                ),
                new CategoryChart("none", "", [], [], []),
                new CategoryChart("NaN", "", ["a", "b"], [double.NaN, 0], [double.PositiveInfinity, -1]),
                new CategoryChart(
                    "500",
                    "",
                    [.. Enumerable.Range(0, 500).Select(i => $"c{i}")],
                    Equal(500),
                    Equal(500)
                ),
                new CategoryChart("long", "", [new string('x', 5000), new string('語', 500)], [0.5, 0.5], [0.5, 0.5]),
                new IntervalChart("none", "", "", double.NaN, "", []),
                new IntervalChart(
                    "infinite",
                    "",
                    "",
                    double.PositiveInfinity,
                    "",
                    [new("", double.PositiveInfinity, 0, 1, null)]
                ),
                new IntervalChart("swapped", "", "", 0, "", [new("", 0, 1, -1, null)]),
                new HeatmapChart("none", "", [], [], [], 0.1, ""),
                new HeatmapChart(
                    "no windows",
                    "",
                    [],
                    ["a"],
                    [
                        [],
                    ],
                    0.1,
                    ""
                ),
                new HeatmapChart(
                    "holes",
                    "",
                    ["1", "2"],
                    ["a", "b"],
                    [
                        [],
                        [new(1, null)],
                    ],
                    0,
                    ""
                ),
                new HeatmapChart(
                    "infinite",
                    "",
                    ["1"],
                    ["a"],
                    [
                        [new(double.PositiveInfinity, Verdict.Fail)],
                    ],
                    double.NaN,
                    ""
                ),
                new TableBlock("", [], []),
                new TableBlock(
                    "short row",
                    [new("a"), new("b")],
                    [
                        [],
                        ["1"],
                    ]
                ),
                new ListBlock([]),
                new DetailsBlock("", []),
                new HeadingBlock(6, ""),
                new HeadingBlock(-1, ""),
            ]
        );

    private static double[] Equal(int count) => [.. Enumerable.Repeat(1.0 / count, count)];
}
