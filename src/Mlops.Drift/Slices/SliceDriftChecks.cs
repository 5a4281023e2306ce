using Mlops.Reporting;
using Mlops.Reporting.Checks;

namespace Mlops.Drift.Slices;

/// <summary>Says a comparison of slices as checks, one a slice.</summary>
internal static class SliceDriftChecks
{
    private static readonly CheckRule s_rule = new(
        "drift/slice",
        "The rows of the slice are distributed as in the reference, up to the tolerated change.",
        "Where it fails, a part of the rows has drifted, whether or not the whole shows it: check the model's performance on that part. Where it is inconclusive, more rows of the slice would settle it."
    );

    public static CheckSuite Of(SliceDriftReport report) =>
        new(
            "slices",
            report.Verdict,
            [
                .. report.Slices.Select(slice => new CheckResult(
                    s_rule,
                    slice.Name,
                    string.Join(" and ", slice.SlicedBy),
                    slice.Verdict,
                    Message(slice, report.Options)
                )
                {
                    Measures =
                    [
                        new CheckMeasure("referenceRows", slice.ReferenceRows),
                        new CheckMeasure("currentRows", slice.CurrentRows),
                        new CheckMeasure("referenceShare", slice.ReferenceShare),
                        new CheckMeasure("currentShare", slice.CurrentShare),
                    ],
                }),
            ]
        );

    private static string Message(SliceChange slice, SliceDriftOptions options)
    {
        var failed = slice.Columns.Where(column => column.Verdict == Verdict.Fail).ToList();
        return slice switch
        {
            { Status: not ResultStatus.Ok } =>
                $"{ReportFormat.Count(slice.ReferenceRows)} and {ReportFormat.Count(slice.CurrentRows)} rows, where {ReportFormat.Count(options.MinimumRows)} are needed on each side.",
            { Verdict: Verdict.Fail } =>
                $"Changed by more than is tolerated: {string.Join(", ", failed.Select(column => $"{column.Column} (effect {ReportFormat.Number(column.Effect, 2)}{(column.IsHidden ? ", not over all rows" : "")})"))}.",
            { Verdict: Verdict.Pass } => "Every change is surely smaller than what is tolerated.",
            _ =>
                $"{slice.Columns.Count(column => column.Verdict == Verdict.Inconclusive)} of {slice.Columns.Count} columns are undecided.",
        };
    }
}
