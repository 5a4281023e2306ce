using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Data.Quality.Exploration;

/// <summary>Lays an exploration out: the answer, what to do, what was found of each kind, and where it all came from.</summary>
internal static class ExplorationDocument
{
    public static ReportDocument Of(ExplorationReport report)
    {
        List<ReportBlock> blocks =
        [
            new VerdictBlock(
                report.Verdict,
                ExplorationSentences.Headline(report),
                ExplorationSentences.Explanation(report)
            ),
            new TextBlock(ExplorationSentences.Looked(report)),
        ];
        string[] steps = [.. ExplorationSentences.ToDo(report)];
        if (steps.Length > 0)
        {
            blocks.Add(new HeadingBlock(2, "What to do next"));
            blocks.Add(new ListBlock(steps));
        }

        var open = ExplorationSentences.InOrder(report).Where(finding => finding.Verdict != Verdict.Pass).ToList();
        blocks.Add(new HeadingBlock(2, "What was found"));
        blocks.Add(
            open.Count == 0
                ? new TextBlock("Every question passes.")
                : Findings("What did not pass: what counts first, then hints, which people have to judge.", open)
        );
        blocks.AddRange(ExplorationSections.Leakage(report));
        blocks.AddRange(ExplorationSections.Labels(report));
        blocks.AddRange(ExplorationSections.Duplicates(report));
        blocks.AddRange(ExplorationSections.Outliers(report));
        blocks.AddRange(PopulationSections.Of(report));
        var passed = report.Findings.Where(finding => finding.Verdict == Verdict.Pass).ToList();
        if (passed.Count > 0)
        {
            blocks.Add(
                new DetailsBlock(
                    $"{passed.Count} question{(passed.Count == 1 ? "" : "s")} that pass",
                    [Findings("Each with its reason.", passed)]
                )
            );
        }

        blocks.Add(new HeadingBlock(2, "How the verdict is reached"));
        blocks.Add(
            new TextBlock(
                "What was observed has an interval, and the interval is held against a bound: wholly above is Fail, wholly within is Pass, otherwise the rows are too few to tell. Leaks, rows that repeat, rows of the reference, contradictory labels and representativeness count for the verdict. Outliers, labels that neighbours contradict and columns that say the same are hints: they may be right. Rows are taken to be independent."
            )
        );
        blocks.Add(new HeadingBlock(2, "Where this comes from"));
        blocks.Add(Provenance(report));
        return new ReportDocument("Data exploration", blocks) { Subtitle = report.Data.Name, Verdict = report.Verdict };
    }

    private static TableBlock Findings(string caption, IEnumerable<ExplorationFinding> findings) =>
        new(
            caption,
            [
                new TableColumn("Question"),
                new TableColumn("Verdict"),
                new TableColumn("What was found"),
                new TableColumn("First rows"),
            ],
            [
                .. findings.Select(finding =>
                    (IReadOnlyList<TableCell>)
                        [
                            finding.IsCounted
                                ? ExplorationSentences.Name(finding)
                                : $"{ExplorationSentences.Name(finding)} (hint)",
                            new TableCell("", finding.Verdict),
                            finding.Reason,
                            ExplorationSentences.Rows(finding),
                        ]
                ),
            ]
        );

    private static TableBlock Provenance(ExplorationReport report)
    {
        List<IReadOnlyList<TableCell>> rows = [Row("data", report.Data)];
        if (report.Reference is { } reference)
        {
            rows.Add(Row("reference", reference));
        }

        return new TableBlock(
            "What went in, with its digest.",
            [
                new TableColumn("What"),
                new TableColumn("Name"),
                new TableColumn("Rows", IsNumeric: true),
                new TableColumn("Digest"),
            ],
            rows
        );

        static IReadOnlyList<TableCell> Row(string what, CheckedData data) =>
            [what, data.Name, ReportFormat.Count(data.RowCount), data.Digest?.ToString() ?? ""];
    }
}
