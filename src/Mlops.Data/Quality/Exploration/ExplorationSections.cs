using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Data.Quality.Exploration;

/// <summary>The parts of the document on leaks, labels, duplicates and outliers.</summary>
internal static class ExplorationSections
{
    private const int MostRows = 20;

    public static IEnumerable<ReportBlock> Leakage(ExplorationReport report)
    {
        var leakage = report.Leakage;
        var shown = leakage
            .Features.Select(power => (Name: power.Column, Power: power))
            .Concat(leakage.Missingness.Select(power => (Name: $"{power.Column} (missing)", Power: power)))
            .Where(item => item.Power.Status == ResultStatus.Ok)
            .OrderByDescending(item => item.Power.Power)
            .Take(MostRows)
            .ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "What tells the label");
        yield return new TextBlock(
            leakage.Classes.Count > 0
                ? $"The power of each feature alone: 0 tells nothing of {leakage.Label}, 1 tells all (2 AUC - 1, scored from other rows than those it is measured on). A feature beyond the bound mostly knows what will be known only later."
                : $"The power of each feature alone: the share of the variance of {leakage.Label}'s ranks that it explains, scored from other rows than those it is measured on. A feature beyond the bound mostly knows what will be known only later."
        );
        yield return new IntervalChart(
            "Power of each feature alone",
            $"The power of the {shown.Count} most powerful features, with their intervals, against what an honest feature may have.",
            "power",
            report.Options.Leakage.MaximumPower,
            "suspicious",
            [
                .. shown.Select(item => new IntervalRow(
                    item.Name,
                    item.Power.Power,
                    item.Power.Interval.Lower,
                    item.Power.Interval.Upper,
                    item.Power.Verdict
                )),
            ]
        );
        if (leakage.NotMeasured.Count > 0)
        {
            yield return new TextBlock($"Not measured: {string.Join(", ", leakage.NotMeasured)}.");
        }
    }

    public static IEnumerable<ReportBlock> Labels(ExplorationReport report)
    {
        var noise = report.LabelNoise;
        if (noise.Candidates.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "Labels that may be wrong");
        yield return new TextBlock(
            $"The {noise.Label} of {ReportFormat.Count(noise.Noise.Count)} of {ReportFormat.Count(noise.Noise.Total)} rows is contradicted by the {report.Options.LabelNoise.Neighbours} nearest rows. Where classes overlap, hard rows look the same as wrong labels: the share is an upper estimate, and the first rows are the best use of people's time."
        );
        yield return new TableBlock(
            "The most suspicious rows, counted from 1 below the header.",
            [
                new TableColumn("Row"),
                new TableColumn("Label"),
                new TableColumn("Neighbours say"),
                new TableColumn("Score", IsNumeric: true),
            ],
            [
                .. noise
                    .Candidates.Take(MostRows / 2)
                    .Select(candidate =>
                        (IReadOnlyList<TableCell>)
                            [
                                ReportFormat.Count(candidate.Row + 1),
                                candidate.Label,
                                candidate.Suggested,
                                ReportFormat.Fixed(candidate.Score, 2),
                            ]
                    ),
            ]
        );
        if (noise.NotUsed.Count > 0)
        {
            yield return new TextBlock($"Not part of the distances: {string.Join(", ", noise.NotUsed)}.");
        }
    }

    public static IEnumerable<ReportBlock> Duplicates(ExplorationReport report)
    {
        var duplicates = report.Duplicates;
        if (duplicates.Groups.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "Rows that repeat");
        yield return new TableBlock(
            $"The largest of {ReportFormat.Count(duplicates.GroupCount)} groups of equal rows, counted from 1 below the header.",
            [new TableColumn("First row"), new TableColumn("Rows", IsNumeric: true), new TableColumn("Which")],
            [
                .. duplicates.Groups.Select(group =>
                    (IReadOnlyList<TableCell>)
                        [
                            ReportFormat.Count(group.Rows[0] + 1),
                            ReportFormat.Count(group.Count),
                            string.Join(", ", group.Rows.Select(row => ReportFormat.Count(row + 1)))
                                + (group.Count > group.Rows.Count ? ", …" : ""),
                        ]
                ),
            ]
        );
    }

    public static IEnumerable<ReportBlock> Outliers(ExplorationReport report)
    {
        var columns = report
            .Outliers.Columns.Where(column => column.Status == ResultStatus.Ok && column.Outliers.Count > 0)
            .OrderByDescending(column => column.Outliers.Value)
            .Take(MostRows)
            .ToList();
        if (columns.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "Values far out");
        yield return new TextBlock(
            "Beyond the fences lie 0.7% of normal values, and far more of long-tailed ones, which are right. The farthest of a column with short tails are the ones to look at."
        );
        yield return new TableBlock(
            "Columns with values beyond their fences, the most first.",
            [
                new TableColumn("Column"),
                new TableColumn("Fences"),
                new TableColumn("Below", IsNumeric: true),
                new TableColumn("Above", IsNumeric: true),
                new TableColumn("Share", IsNumeric: true),
                new TableColumn("Tails"),
                new TableColumn("First values"),
            ],
            [
                .. columns.Select(column =>
                    (IReadOnlyList<TableCell>)
                        [
                            column.Column,
                            $"{ReportFormat.Number(column.Fences.Lower)} to {ReportFormat.Number(column.Fences.Upper)}",
                            ReportFormat.Count(column.BelowCount),
                            ReportFormat.Count(column.AboveCount),
                            ReportFormat.Percent(column.Outliers.Value, 2),
                            column.Fences.IsLongTailed ? "long" : "short",
                            string.Join(
                                ", ",
                                column
                                    .Examples.Take(3)
                                    .Select(example =>
                                        $"{ReportFormat.Number(example.Value)} (row {ReportFormat.Count(example.Row + 1)})"
                                    )
                            ),
                        ]
                ),
            ]
        );
    }
}
