using Mlops.Drift.Documents;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Slices;

/// <summary>Lays a comparison of slices out: what the whole hides, the grid of slices and columns, then every slice.</summary>
internal static class SliceDriftDocument
{
    private const int MostIntervals = 25;
    private const int MostColumns = 24;
    private const int MostGridRows = 60;

    public static ReportDocument Of(SliceDriftReport report)
    {
        List<ReportBlock> blocks =
        [
            new VerdictBlock(report.Verdict, Headline(report), Explanation(report)),
            new TextBlock(
                $"{DriftReportSentences.Plural(report.Slices.Count, "slice")} of “{report.Whole.Current.Name}” {(report.Slices.Count == 1 ? "was" : "were")} each compared with the same slice of “{report.Whole.Reference.Name}”. Over all rows the verdict is {report.Whole.Verdict}: {DriftReportSentences.Headline(report.Whole)}"
            ),
        ];
        if (report.Remarks.Count > 0)
        {
            blocks.Add(new ListBlock([.. report.Remarks]));
        }

        if (report.Failed.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "What has changed within slices"));
            blocks.Add(Intervals(report));
            blocks.Add(Failed(report));
        }

        if (report.Slices.Any(slice => slice.Columns.Count > 0))
        {
            blocks.Add(new HeadingBlock(2, "Every slice and column"));
            blocks.Add(Grid(report));
        }

        if (report.Slices.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "How large each slice is"));
            blocks.Add(Shares(report));
        }

        blocks.Add(new HeadingBlock(2, "How the verdict is reached"));
        blocks.Add(new TextBlock(Method(report)));
        return new ReportDocument("Drift by slice", blocks)
        {
            Subtitle = $"{report.Whole.Current.Name}, compared with {report.Whole.Reference.Name}",
            Verdict = report.Verdict,
        };
    }

    public static string Headline(SliceDriftReport report)
    {
        var hidden = report.Failed.Where(pair => pair.Column.IsHidden).ToList();
        if (report.Slices.Count == 0)
        {
            return "There is no slice to compare.";
        }

        if (hidden.Count > 0)
        {
            var names = hidden.Take(3).Select(pair => $"{pair.Column.Column} where {pair.Slice.Name}");
            return $"Slices have changed by more than is tolerated though the whole does not show it: {string.Join("; ", names)}{(hidden.Count > 3 ? $"; and {hidden.Count - 3} more" : "")}.";
        }

        return report.Verdict switch
        {
            Verdict.Fail => "Slices have changed by more than is tolerated, in columns in which the whole has too.",
            Verdict.Pass => "No slice has changed by more than is tolerated.",
            _ => "No slice has surely changed by more than is tolerated, but not all can be told.",
        };
    }

    private static string Explanation(SliceDriftReport report)
    {
        var small = report.Slices.Count(slice => slice.Status != ResultStatus.Ok);
        var counts =
            $"{report.Slices.Count(slice => slice.Verdict == Verdict.Fail)} of {DriftReportSentences.Plural(report.Slices.Count, "slice")} failed, {report.Slices.Count(slice => slice.Verdict == Verdict.Pass)} passed.";
        return small == 0
            ? counts
            : $"{counts} {DriftReportSentences.Plural(small, "slice")} {(small == 1 ? "has" : "have")} too few rows.";
    }

    private static IntervalChart Intervals(SliceDriftReport report)
    {
        var bound = report.Whole.Options.Bound.Distance;
        var shown = report.Failed.Take(MostIntervals).ToList();
        string[] failing = [.. report.Failed.Select(pair => pair.Column.Column).Distinct()];
        return new IntervalChart(
            report.Failed.Count > shown.Count ? $"The first {shown.Count} of {report.Failed.Count} failures"
                : failing.Length == 1 ? $"Failures of {failing[0]}"
                : "Failures",
            $"The effect of each failed column within its slice, with its interval, against the tolerated {ReportFormat.Number(bound, 2)}; first what the whole does not show.",
            "effect: Jensen-Shannon distance, 0 (the same) to 1 (nothing in common)",
            bound,
            "tolerated",
            [
                .. shown.Select(pair =>
                {
                    // Labels are cut where they are long, and one column needs no name beside each slice.
                    var label = failing.Length == 1 ? pair.Slice.Name : $"{pair.Column.Column}, {pair.Slice.Name}";
                    return pair.Column.Test is { } test
                        ? new IntervalRow(label, test.Effect, test.Interval.Lower, test.Interval.Upper, Verdict.Fail)
                        : new IntervalRow(label, double.NaN, double.NaN, double.NaN, Verdict.Fail, "broken");
                }),
            ]
        );
    }

    private static TableBlock Failed(SliceDriftReport report) =>
        new(
            "Columns that fail within a slice, first those that do not fail over all rows. The whole is all rows; the last column says how much of its change of values comes of this slice, and below 0% the slice moves against the rest.",
            [
                new("column"),
                new("slice"),
                new("whole"),
                new("what"),
                new("effect", true),
                new("90% interval", true),
                new("adjusted p", true),
                new("explains", true),
            ],
            [
                .. report.Failed.Select(pair =>
                    (IReadOnlyList<TableCell>)
                        [
                            pair.Column.Column,
                            pair.Slice.Name,
                            new TableCell("", pair.Column.WholeVerdict),
                            What(pair.Column),
                            ReportFormat.Fixed(pair.Column.Effect, 3),
                            pair.Column.Test is { Interval: var interval }
                                ? $"{ReportFormat.Fixed(interval.Lower, 3)} to {ReportFormat.Fixed(interval.Upper, 3)}"
                                : "",
                            ReportFormat.PValue(pair.Column.AdjustedDriftPValue),
                            ReportFormat.Percent(pair.Column.Explained, 0),
                        ]
                ),
            ]
        );

    private static HeatmapChart Grid(SliceDriftReport report)
    {
        var slices = report
            .Slices.Where(slice => slice.Columns.Count > 0)
            .OrderByDescending(slice => slice.Columns.Count(column => column.Verdict == Verdict.Fail))
            .Take(MostGridRows)
            .ToList();
        string[] columns =
        [
            .. slices
                .SelectMany(slice => slice.Columns)
                .GroupBy(column => column.Column)
                .OrderByDescending(group => group.Max(column => column.Effect))
                .Take(MostColumns)
                .Select(group => group.Key),
        ];
        return new HeatmapChart(
            "What changed, and where",
            "The effect of each column in each slice; the darker, the larger. Slices with most failures and columns with the largest effects come first; a slice is not compared by the columns that cut it.",
            columns,
            [.. slices.Select(slice => slice.Name)],
            [
                .. slices.Select(slice =>
                    (IReadOnlyList<HeatmapCell>)
                        [
                            .. columns.Select(name =>
                                slice.Columns.FirstOrDefault(column => column.Column == name) is { } column
                                    ? new HeatmapCell(column.Effect, column.Verdict)
                                    : new HeatmapCell(double.NaN, null)
                            ),
                        ]
                ),
            ],
            report.Whole.Options.Bound.Distance,
            "effect"
        );
    }

    private static TableBlock Shares(SliceDriftReport report) =>
        new(
            $"The rows of each slice, and whether its share of all rows has changed. Below {ReportFormat.Count(report.Options.MinimumRows)} rows on a side its columns are not compared.",
            [
                new("slice"),
                new("rows before", true),
                new("rows now", true),
                new("share before", true),
                new("share now", true),
                new("share"),
                new("failed", true),
                new("undecided", true),
                new("columns"),
            ],
            [
                .. report.Slices.Select(slice =>
                    (IReadOnlyList<TableCell>)
                        [
                            slice.Name,
                            ReportFormat.Count(slice.ReferenceRows),
                            ReportFormat.Count(slice.CurrentRows),
                            ReportFormat.Percent(slice.ReferenceShare),
                            ReportFormat.Percent(slice.CurrentShare),
                            new TableCell("", slice.ShareVerdict),
                            Number(slice, Verdict.Fail),
                            Number(slice, Verdict.Inconclusive),
                            slice.Status == ResultStatus.Ok ? new TableCell("", slice.Verdict) : "too few rows",
                        ]
                ),
            ]
        );

    private static string Number(SliceChange slice, Verdict verdict) =>
        slice.Status == ResultStatus.Ok
            ? ReportFormat.Count(slice.Columns.Count(column => column.Verdict == verdict))
            : "";

    private static string What(SliceColumnChange column) =>
        column.Status switch
        {
            ResultStatus.Ok => column.Component switch
            {
                ComponentKind.Missingness => "missing values",
                ComponentKind.Novelty => "new values",
                _ => "values",
            },
            ResultStatus.Constant => "constant",
            ResultStatus.AllMissing => "all missing",
            ResultStatus.Absent => "gone",
            ResultStatus.TypeMismatch => "another type",
            _ => "not defined",
        };

    private static string Method(SliceDriftReport report)
    {
        var rate = ReportFormat.Percent(report.Whole.Options.FalseDiscoveryRate, 0);
        var control =
            report.Options.ErrorControl == SliceErrorControl.BenjaminiYekutieli
                ? $"over all slices and columns together the false discovery rate is kept at {rate} by the procedure of Benjamini and Yekutieli, whatever their dependence"
                : $"slices are selected first and columns judged within them after (Benjamini and Bogomolov), so that on average over the selected slices at most {rate} of the failures are false";
        return $"Within a slice a column is judged by the size of its change as over all rows, with bins of the slice's own reference; {control}. A slice passes when every change is surely smaller than tolerated. What counts are the slices named beforehand: a slice that was looked for until it stood out deserves less belief.";
    }
}
