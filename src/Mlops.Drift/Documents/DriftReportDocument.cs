using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Documents;

/// <summary>Lays a drift report out: the answer first, then the pictures, then every number, then where it all came from.</summary>
internal static class DriftReportDocument
{
    private const int UnfoldedPictures = 12;
    private const int MostPictures = 200;

    public static ReportDocument Of(DriftReport report)
    {
        List<ReportBlock> blocks =
        [
            new VerdictBlock(
                report.Verdict,
                DriftReportSentences.Headline(report),
                DriftReportSentences.Explanation(report)
            ),
            .. OutcomeSection.Of(report),
            new HeadingBlock(2, "What was compared"),
            new TextBlock(DriftReportSentences.Compared(report)),
            new HeadingBlock(2, "What to do"),
            new ListBlock([.. DriftReportSentences.ToDo(report)]),
            new HeadingBlock(2, "What can't be told"),
            new ListBlock([.. DriftReportSentences.Untold(report)]),
        ];
        if (report.Columns.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "How much each column has changed"));
            blocks.Add(DriftReportTables.Effects(report));
            blocks.Add(DriftReportTables.Columns(report));
            blocks.AddRange(Pictures(report));
            blocks.Add(new HeadingBlock(2, "What is detectable"));
            blocks.Add(new TextBlock(DetectionTable.Explanation(report)));
            blocks.Add(DetectionTable.Of(report));
            if (DetectionTable.Further(report) is { } further)
            {
                blocks.Add(further);
            }

            blocks.Add(new HeadingBlock(2, "Missing values"));
            blocks.Add(DriftReportTables.Missing(report));
            blocks.Add(new HeadingBlock(2, "Values new to the reference"));
            blocks.Add(DriftReportTables.Novelty(report));
        }

        blocks.Add(new HeadingBlock(2, "How the verdict is reached"));
        blocks.AddRange(DriftReportMethod.Blocks(report.Options));
        blocks.Add(new DetailsBlock("Every number of every test", [DriftReportTables.Tests(report)]));
        blocks.Add(new HeadingBlock(2, "Where this comes from"));
        blocks.Add(DriftReportTables.Provenance(report));
        return new ReportDocument("Drift report", blocks)
        {
            Subtitle = $"{report.Current.Name}, compared with {report.Reference.Name}",
            Verdict = report.Verdict,
        };
    }

    // Those that contribute most come first; broken columns have no effect to sort by and come before all.
    private static IEnumerable<ReportBlock> Pictures(DriftReport report)
    {
        var columns = report
            .Columns.Where(column => column.Bins.Count > 0)
            .OrderByDescending(column => column.Contribution)
            .ThenByDescending(column => column.Verdict == Verdict.Fail)
            .ToList();
        if (columns.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "The distributions, largest change first");
        foreach (var column in columns.Take(UnfoldedPictures))
        {
            yield return DistributionBlocks.Of(column);
        }

        var folded = columns.Skip(UnfoldedPictures).Take(MostPictures - UnfoldedPictures).ToList();
        if (folded.Count > 0)
        {
            yield return new DetailsBlock(
                $"{DriftReportSentences.Plural(folded.Count, "column")} with smaller changes",
                [.. folded.Select(DistributionBlocks.Of)]
            );
        }

        if (columns.Count > MostPictures)
        {
            yield return new TextBlock(
                $"{columns.Count - MostPictures} more columns have no picture here; the tables and the JSON form have all of them."
            );
        }
    }
}
