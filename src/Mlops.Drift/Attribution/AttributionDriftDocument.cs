using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Checks;

namespace Mlops.Drift.Attribution;

/// <summary>Lays the comparison of attributions out.</summary>
internal static class AttributionDriftDocument
{
    private const int MostFeatures = 20;

    private static readonly CheckRule s_rule = new(
        "drift/attribution",
        "The model rests on the same features as in the reference, up to the tolerated change of their ranking.",
        "Where it fails, the model's outputs come from other features than when it was approved: look at the features that have gained or lost, and at their drift."
    );

    public static ReportDocument Of(AttributionDriftReport report)
    {
        List<ReportBlock> blocks =
        [
            new VerdictBlock(report.Verdict, Headline(report), Explanation(report)),
            new TextBlock(Compared(report)),
        ];
        if (report.Features.Any(feature => double.IsFinite(feature.ReferenceShare)))
        {
            blocks.AddRange(Features(report));
        }

        blocks.Add(new HeadingBlock(2, "How the verdict is reached"));
        blocks.Add(
            new TextBlock(
                $"A feature's importance is its mean absolute attribution. The agreement is NDCG: features are ranked by their current importance, and each is worth its importance in the reference, discounted by its rank; 1 is the best ranking there is. The interval comes from drawing the rows of both sides {ReportFormat.Count(report.Options.Replicates)} times anew. It fails when the whole interval lies below {ReportFormat.Number(report.Options.Threshold)}, and passes when none of it does. A ranking does not see signs, nor whether all importances have grown together."
            )
        );
        return new ReportDocument("Attribution drift", blocks)
        {
            Subtitle = $"{report.CurrentName}, compared with {report.ReferenceName}",
            Verdict = report.Verdict,
        };
    }

    public static CheckSuite Checks(AttributionDriftReport report) =>
        new(
            "attribution",
            report.Verdict,
            [
                new CheckResult(s_rule, "ranking of features", "attributions", report.Verdict, Headline(report))
                {
                    Details = Explanation(report),
                    Measures =
                    [
                        new CheckMeasure("agreement", report.Agreement),
                        new CheckMeasure("lower", report.Interval.Lower),
                        new CheckMeasure("upper", report.Interval.Upper),
                        new CheckMeasure("threshold", report.Options.Threshold),
                    ],
                },
            ]
        );

    public static string Headline(AttributionDriftReport report) =>
        (report.MissingFeatures, report.Status, report.Verdict) switch
        {
            ({ Count: > 0 } missing, _, _) =>
                $"The current data lack the attributions of {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? $" and {missing.Count - 5} more" : "")}.",
            (_, ResultStatus.Empty, _) => "A side has no attributions, so nothing can be told.",
            (_, ResultStatus.AllMissing, _) => "Every row lacks an attribution, so nothing can be told.",
            (_, ResultStatus.Infinite, _) => "Attributions are infinite, so nothing can be told.",
            (_, ResultStatus.Undefined, _) => "There is nothing to rank: a single feature, or no attribution but 0.",
            (_, ResultStatus.Constant, _) =>
                "Every current attribution is 0: the model no longer responds to any feature.",
            (_, ResultStatus.TooFewRows, _) =>
                $"Fewer than {ReportFormat.Count(report.Options.MinimumRows)} rows on a side can't tell.",
            (_, _, Verdict.Fail) => "The model rests on other features than in the reference.",
            (_, _, Verdict.Pass) => "The model rests on the same features as in the reference.",
            _ => "The rows can't tell whether the ranking of features has changed by more than is tolerated.",
        };

    private static string Explanation(AttributionDriftReport report) =>
        double.IsNaN(report.Agreement)
            ? ""
            : $"Agreement {ReportFormat.Fixed(report.Agreement, 3)}, {ReportFormat.Percent(report.Interval.Level, 0)} interval {ReportFormat.Interval(report.Interval.Lower, report.Interval.Upper, 3)}, where at least {ReportFormat.Number(report.Options.Threshold)} is asked.";

    private static string Compared(AttributionDriftReport report)
    {
        var skipped = report.SkippedReferenceRows + report.SkippedCurrentRows;
        return $"The attributions of {ReportFormat.Count(report.CurrentRows)} rows of “{report.CurrentName}” were compared with those of {ReportFormat.Count(report.ReferenceRows)} rows of “{report.ReferenceName}”, over {ReportFormat.Count(report.Features.Count)} features.{(skipped == 0 ? "" : $" {ReportFormat.Count(skipped)} rows with a missing attribution were left out.")}";
    }

    private static IEnumerable<ReportBlock> Features(AttributionDriftReport report)
    {
        var shown = report
            .Features.OrderByDescending(feature => Math.Max(feature.ReferenceShare, feature.CurrentShare))
            .ThenBy(feature => feature.Feature, StringComparer.Ordinal)
            .Take(MostFeatures)
            .ToList();
        var left = report.Features.Count - shown.Count;
        yield return new HeadingBlock(2, "What the model rests on");
        yield return new CategoryChart(
            left > 0 ? $"Share of the importance, {shown.Count} most important features" : "Share of the importance",
            "The share of each feature in the importance of all, in the reference and now.",
            [.. shown.Select(feature => feature.Feature)],
            [.. shown.Select(feature => Finite(feature.ReferenceShare))],
            [.. shown.Select(feature => Finite(feature.CurrentShare))]
        );
        yield return new TableBlock(
            "Every feature, those whose share has changed most first. Rank 1 is the most important one; the interval is that of the change of the share, and before and now are the importances themselves.",
            [
                new("feature"),
                new("rank", true),
                new("share before", true),
                new("share now", true),
                new("change", true),
                new($"{ReportFormat.Percent(report.Options.ConfidenceLevel, 0)} interval", true),
                new("before", true),
                new("now", true),
            ],
            [
                .. report
                    .Features.OrderByDescending(feature => Math.Abs(Finite(feature.ShareChange)))
                    .Select(feature =>
                        (IReadOnlyList<TableCell>)
                            [
                                feature.Feature,
                                feature.ReferenceRank == feature.CurrentRank
                                    ? ReportFormat.Number(feature.CurrentRank)
                                    : $"{ReportFormat.Number(feature.ReferenceRank)} to {ReportFormat.Number(feature.CurrentRank)}",
                                ReportFormat.Percent(feature.ReferenceShare),
                                ReportFormat.Percent(feature.CurrentShare),
                                ReportFormat.Percent(feature.ShareChange),
                                double.IsNaN(feature.ShareInterval.Lower)
                                    ? "n/a"
                                    : $"{ReportFormat.Percent(feature.ShareInterval.Lower)} to {ReportFormat.Percent(feature.ShareInterval.Upper)}",
                                ReportFormat.Number(feature.ReferenceImportance, 3),
                                ReportFormat.Number(feature.CurrentImportance, 3),
                            ]
                    ),
            ]
        );
    }

    private static double Finite(double share) => double.IsFinite(share) ? share : 0;
}
