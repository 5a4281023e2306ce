using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Presets.Documents;

/// <summary>Lays a preset's report out.</summary>
internal static class PresetReportDocument
{
    public static ReportDocument Of(PresetReport report)
    {
        var library = $"{report.Preset.Title} {report.Preset.Version}";
        List<ReportBlock> blocks =
        [
            new VerdictBlock(report.Verdict, Headline(report, library), report.Decision),
            new TextBlock(
                $"The scores are those that {library} gives, with its bins, its zeros and its thresholds. They say nothing of whether a change matters, and most of them nothing of chance."
            ),
            Columns(report),
        ];
        foreach (var column in report.Columns.Where(column => column.Chunks.Count > 0))
        {
            blocks.Add(new DetailsBlock($"The chunks of {column.Name}", [Chunks(column)]));
        }

        if (report.Omitted.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "Not compared"));
            blocks.Add(new ListBlock([.. report.Omitted.Select(column => $"{column.Name}: {column.Reason}")]));
        }

        return new ReportDocument($"Drift as {library} tells it", blocks)
        {
            Subtitle = $"{report.Current.Name}, compared with {report.Reference.Name}",
            Verdict = report.Verdict,
        };
    }

    private static string Headline(PresetReport report, string library) =>
        report.Verdict switch
        {
            Verdict.Fail => $"{library} would call this drift.",
            Verdict.Pass => $"{library} would not call this drift.",
            _ => $"{library} makes no decision here.",
        };

    private static TableBlock Columns(PresetReport report) =>
        new(
            "What each column scores",
            [
                new("Column"),
                new("Outcome"),
                new("Method"),
                new("Score", IsNumeric: true),
                new("Drift", IsNumeric: true),
                new("Note"),
            ],
            [.. report.Columns.Select(Row)]
        );

    private static IReadOnlyList<TableCell> Row(PresetColumn column)
    {
        var verdict = PresetWords.VerdictOf(column);
        return
        [
            column.Name,
            new TableCell(
                verdict == Verdict.Fail ? "drift"
                    : verdict == Verdict.Pass ? "no drift"
                    : "undecided",
                verdict
            ),
            column.Method.Name,
            ReportFormat.Number(column.Score),
            PresetWords.Condition(column),
            column.Reason,
        ];
    }

    private static TableBlock Chunks(PresetColumn column) =>
        new(
            $"{column.Method.Name} of each chunk of {column.Name}",
            [
                new("First row", IsNumeric: true),
                new("Rows", IsNumeric: true),
                new("Score", IsNumeric: true),
                new("Alert"),
            ],
            [
                .. column.Chunks.Select(chunk =>
                    (IReadOnlyList<TableCell>)
                        [
                            ReportFormat.Count(chunk.Start),
                            ReportFormat.Count(chunk.Count),
                            ReportFormat.Number(chunk.Score),
                            chunk.IsDetected ? "alert" : "",
                        ]
                ),
            ]
        );
}
