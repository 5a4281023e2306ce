using Mlops.Drift.Documents;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Series;

/// <summary>Lays a series out: when it began, the grid of columns and windows, then the first drifted window in full.</summary>
internal static class DriftSeriesDocument
{
    public static ReportDocument Of(DriftSeries series)
    {
        var (first, last) = (series.Windows[0], series.Windows[^1]);
        var shown = series.FirstDrifted ?? last;
        var verdict =
            series.FirstDrifted is not null ? Verdict.Fail
            : series.Windows.All(window => window.Report.Verdict == Verdict.Pass) ? Verdict.Pass
            : Verdict.Inconclusive;
        List<ReportBlock> blocks =
        [
            new VerdictBlock(verdict, Headline(series), Explanation(series)),
            new HeadingBlock(2, "When it began"),
            new TextBlock(
                $"{series.Windows.Count} windows, {first.Label} to {last.Label}, were each compared with {ReportFormat.Count(first.Report.Reference.RowCount)} rows of “{first.Report.Reference.Name}”. Each window is judged by itself: a change that lasts deserves more belief than one that comes and goes, and below the windows are judged together."
            ),
            Grid(series),
            Onsets(series),
            Windows(series),
            .. DriftTrendBlocks.Of(series),
        ];
        blocks.AddRange(
            Window(shown, series.FirstDrifted is null ? "The last window" : "The first window that drifted")
        );
        return new ReportDocument("Drift over time", blocks)
        {
            Subtitle = $"{first.Label} to {last.Label}, compared with {first.Report.Reference.Name}",
            Verdict = verdict,
        };
    }

    private static IEnumerable<ReportBlock> Window(WindowDrift window, string what)
    {
        yield return new HeadingBlock(2, $"{what}: {window.Label}");
        foreach (var block in window.Report.ToDocument().Blocks)
        {
            // The window's sections become parts of its own section.
            yield return block is HeadingBlock heading ? heading with { Level = 3 } : block;
        }
    }

    private static string Headline(DriftSeries series)
    {
        if (series.FirstDrifted is not { } drifted)
        {
            return $"None of the {series.Windows.Count} windows has surely changed by more than is tolerated.";
        }

        var lasting = series.Onsets.Count(onset => onset.IsLasting);
        return $"The data began to change by more than is tolerated in {drifted.Label}; in {DriftReportSentences.Plural(lasting, "column")} the change has lasted ever since.";
    }

    private static string Explanation(DriftSeries series) =>
        $"{series.Windows.Count(window => window.Report.Verdict == Verdict.Fail)} of {DriftReportSentences.Plural(series.Windows.Count, "window")} failed, {series.Onsets.Count(onset => onset.FailedCount > 0)} of {DriftReportSentences.Plural(series.Onsets.Count, "column")} failed at least once.";

    private static HeatmapChart Grid(DriftSeries series)
    {
        var ordered = InOrderOfOnset(series);
        return new HeatmapChart(
            "What drifted, and when",
            "The effect of each column in each window; the darker, the larger. Columns are ordered by when they began to drift.",
            [.. series.Windows.Select(window => window.Label)],
            [.. ordered.Select(onset => onset.Column)],
            [
                .. ordered.Select(onset =>
                    (IReadOnlyList<HeatmapCell>)
                        [
                            .. series
                                .Windows.Select(window => window.Report[onset.Column])
                                .Select(column => new HeatmapCell(column.Effect, column.Verdict)),
                        ]
                ),
            ],
            series.Windows[0].Report.Options.Bound.Distance,
            "effect"
        );
    }

    private static TableBlock Onsets(DriftSeries series) =>
        new(
            "Columns that failed in at least one window, by when they began.",
            [new("column"), new("began in"), new("failed windows", true), new("lasting"), new("largest effect", true)],
            [
                .. InOrderOfOnset(series)
                    .Where(onset => onset.FirstFailed >= 0)
                    .Select(onset =>
                        (IReadOnlyList<TableCell>)
                            [
                                onset.Column,
                                series.Windows[onset.FirstFailed].Label,
                                $"{onset.FailedCount} of {series.Windows.Count}",
                                onset.IsLasting ? "yes" : "comes and goes",
                                ReportFormat.Fixed(onset.LargestEffect, 3),
                            ]
                    ),
            ]
        );

    private static TableBlock Windows(DriftSeries series) =>
        new(
            "Every window.",
            [
                new("window"),
                new("verdict"),
                new("rows", true),
                new("failed", true),
                new("passed", true),
                new("undecided", true),
                new("largest change"),
            ],
            [
                .. series.Windows.Select(window =>
                    (IReadOnlyList<TableCell>)
                        [
                            window.Label,
                            new TableCell("", window.Report.Verdict),
                            ReportFormat.Count(window.Report.Current.RowCount),
                            ReportFormat.Count(window.Report.With(Verdict.Fail).Count),
                            ReportFormat.Count(window.Report.With(Verdict.Pass).Count),
                            ReportFormat.Count(window.Report.With(Verdict.Inconclusive).Count),
                            window.Report.Contributors is [var largest, ..] ? largest.Name : "",
                        ]
                ),
            ]
        );

    private static List<ColumnOnset> InOrderOfOnset(DriftSeries series) =>
        [
            .. series
                .Onsets.OrderBy(onset => onset.FirstFailed < 0 ? int.MaxValue : onset.FirstFailed)
                .ThenByDescending(onset => onset.FailedCount)
                .ThenByDescending(onset => onset.LargestEffect),
        ];
}
