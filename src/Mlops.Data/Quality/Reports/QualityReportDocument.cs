using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Data.Quality.Reports;

/// <summary>Lays a quality report out: the answer, what to do, the rows that violate constraints, every constraint, and where it all came from.</summary>
internal static class QualityReportDocument
{
    private const int MostIntervals = 60;

    public static ReportDocument Of(DataQualityReport report)
    {
        List<ReportBlock> blocks =
        [
            new VerdictBlock(report.Verdict, QualitySentences.Headline(report), QualitySentences.Explanation(report)),
            new HeadingBlock(2, "What was checked"),
            new TextBlock(QualitySentences.Checked(report)),
        ];
        if (report.UncheckedColumns.Count > 0)
        {
            blocks.Add(new TextBlock($"No constraint names {Names(report.UncheckedColumns)}."));
        }

        string[] steps = [.. QualitySentences.ToDo(report)];
        if (steps.Length > 0)
        {
            blocks.Add(new HeadingBlock(2, "What to do"));
            blocks.Add(new ListBlock(steps));
        }

        // What is wrong comes before the long list of what was demanded.
        blocks.AddRange(Examples(report));
        if (report.Results.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "Every constraint"));
            blocks.AddRange(Intervals(report));
            blocks.Add(Constraints(report));
        }

        blocks.Add(new HeadingBlock(2, "How the verdict is reached"));
        blocks.Add(new TextBlock(QualitySentences.Method(report)));
        blocks.Add(new HeadingBlock(2, "Where this comes from"));
        blocks.Add(Provenance(report));
        return new ReportDocument("Data quality", blocks) { Subtitle = report.Data.Name, Verdict = report.Verdict };
    }

    private static TableBlock Constraints(DataQualityReport report) =>
        new(
            "Each constraint, those that are violated first.",
            [
                new TableColumn("Constraint"),
                new TableColumn("Verdict"),
                new TableColumn("Demanded"),
                new TableColumn("Violating rows", IsNumeric: true),
                new TableColumn("Why"),
            ],
            [
                .. QualitySentences
                    .InOrder(report)
                    .Select(result =>
                        (IReadOnlyList<TableCell>)
                            [
                                result.IsCounted ? result.Constraint.Id : $"{result.Constraint.Id} (warning)",
                                new TableCell("", result.Verdict),
                                QualitySentences.Sentence(result.Constraint),
                                ReportFormat.Count(result.ViolatingRows),
                                result.Constraint.Note.Length > 0
                                    ? $"{result.Reason} ({result.Constraint.Note})"
                                    : result.Reason,
                            ]
                    ),
            ]
        );

    // What an interval is of and its bound differ, so each is drawn as a multiple of its bound.
    private static IEnumerable<ReportBlock> Intervals(DataQualityReport report)
    {
        var shown = QualitySentences
            .InOrder(report)
            .Where(result => result.Interval is not null && result.Bound > 0 && result.Verdict != Verdict.Pass)
            .Take(MostIntervals)
            .ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        yield return new IntervalChart(
            "Violating rows against what is tolerated",
            "The share of violating rows of each constraint that is not surely kept, with its interval, as a multiple of the share that is tolerated.",
            "share of violating rows, as a multiple of the tolerated share",
            1,
            "tolerated",
            [
                .. shown.Select(result => new IntervalRow(
                    result.Constraint.Id,
                    result.Observed / result.Bound,
                    result.Interval!.Value.Lower / result.Bound,
                    result.Interval!.Value.Upper / result.Bound,
                    result.Verdict
                )),
            ]
        );
    }

    private static IEnumerable<ReportBlock> Examples(DataQualityReport report)
    {
        var violated = QualitySentences.InOrder(report).Where(result => result.Examples.Count > 0).ToList();
        if (violated.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "Rows that violate constraints");
        foreach (var result in violated)
        {
            yield return new DetailsBlock(
                $"{result.Constraint.Id}: {ReportFormat.Count(result.ViolatingRows)} row{(result.ViolatingRows == 1 ? "" : "s")}",
                [
                    new TableBlock(
                        result.Examples.Count < result.ViolatingRows
                            ? $"The first {result.Examples.Count} rows, counted from 1 below the header."
                            : "The rows, counted from 1 below the header.",
                        [new TableColumn("Row"), new TableColumn("Value")],
                        [
                            .. result.Examples.Select(example =>
                                (IReadOnlyList<TableCell>)[ReportFormat.Count(example.Row + 1), example.Value]
                            ),
                        ]
                    ),
                ],
                IsOpen: result.IsCounted && result.Verdict == Verdict.Fail
            );
        }
    }

    private static TableBlock Provenance(DataQualityReport report)
    {
        List<IReadOnlyList<TableCell>> rows =
        [
            ["data", report.Data.Name, ReportFormat.Count(report.Data.RowCount), report.Data.Digest?.ToString() ?? ""],
        ];
        if (report.Constraints.Reference is { } reference)
        {
            rows.Add([
                "reference",
                reference.Name,
                ReportFormat.Count(reference.RowCount),
                reference.Digest?.ToString() ?? "",
            ]);
        }

        rows.Add([
            "constraints",
            "",
            ReportFormat.Count(report.Results.Count),
            QualityReportJson.ConstraintsDigest(report),
        ]);
        return new TableBlock(
            "What went in, with its digest; constraints that are code have none.",
            [
                new TableColumn("What"),
                new TableColumn("Name"),
                new TableColumn("Count", IsNumeric: true),
                new TableColumn("Digest"),
            ],
            rows
        );
    }

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(20)) + (names.Count > 20 ? $" and {names.Count - 20} more columns" : "");
}
