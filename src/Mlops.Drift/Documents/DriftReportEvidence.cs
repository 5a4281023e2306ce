using Mlops.Evidence;

namespace Mlops.Drift.Documents;

/// <summary>Says what a drift report attests.</summary>
internal static class DriftReportEvidence
{
    public static EvidenceStatement Of(DriftReport report) =>
        new(
            DriftReportJson.Kind,
            DriftReportJson.SchemaVersion,
            report.ToEnvelope().Digest,
            [
                new EvidenceSubject("baseline", report.Baseline),
                new EvidenceSubject("current", report.Current.Digest),
                new EvidenceSubject("reference", report.Reference.Digest),
            ],
            report.Verdict,
            [.. report.Columns.Select(Finding), .. report.Omitted.Select(Finding)]
        );

    private static Finding Finding(ColumnDrift column) =>
        new(
            column.Verdict switch
            {
                Verdict.Pass => "drift.column.passed",
                Verdict.Fail when column.Status != ResultStatus.Ok => "drift.column.broken",
                Verdict.Fail => "drift.column.drifted",
                _ => "drift.column.inconclusive",
            },
            column.Name,
            column.Verdict,
            column.Reason
        );

    private static Finding Finding(OmittedColumn column) =>
        new(
            column.Role is null ? "drift.column.new" : "drift.column.omitted",
            column.Name,
            null,
            $"Not judged: {column.Reason}."
        );
}
