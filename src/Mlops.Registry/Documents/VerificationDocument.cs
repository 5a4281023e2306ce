using Mlops.Registry.Audit;
using Mlops.Registry.Transparency;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Registry.Documents;

/// <summary>Lays out what a verification found.</summary>
internal static class VerificationDocument
{
    public static ReportDocument Of(AuditVerification verification)
    {
        var (verdict, headline, explanation) = verification.Status switch
        {
            LogStatus.Verified => (
                Verdict.Pass,
                "The audit log holds.",
                ReportText(
                    $"All {verification.Log.Size} entries, {verification.RecordCount} records and {verification.Log.CheckpointCount} checkpoints from outside the store agree; up to entry {verification.Log.CheckpointedSize - 1} nothing can have been changed since it was signed."
                )
            ),
            LogStatus.RollbackNotExcluded => (
                Verdict.Inconclusive,
                "Nothing speaks against the log, but an older state put in its place can't be excluded.",
                ReportText(
                    $"All {verification.Log.Size} entries and {verification.RecordCount} records agree with each other. No signed checkpoint from outside the store was given: sign checkpoints to a place that who can write the store can't write, and verify against those."
                )
            ),
            _ => (
                Verdict.Fail,
                verification.FirstBadEntry is { } entry
                    ? ReportText($"The audit log or its records were changed: the first bad entry is {entry}.")
                    : "The audit log or its records were changed.",
                ReportText(
                    $"{verification.Log.FindingCount} faults of the log and {verification.Records.Count} of its records. Stop writing, keep a copy, and compare with the last backup whose checkpoint holds."
                )
            ),
        };
        List<ReportBlock> blocks = [new VerdictBlock(verdict, headline, explanation)];
        if (verification.Log.Findings.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "Faults of the log"));
            blocks.Add(
                new TableBlock(
                    "Each fault, and the entries among which it lies.",
                    [new TableColumn("Entries"), new TableColumn("Fault"), new TableColumn("What was found")],
                    [
                        .. verification.Log.Findings.Select(finding =>
                            (IReadOnlyList<TableCell>)
                                [
                                    finding.IsExact || finding.EndEntry <= finding.FirstEntry
                                        ? ReportText($"{finding.FirstEntry}")
                                        : ReportText($"{finding.FirstEntry} to {finding.EndEntry - 1}"),
                                    finding.Fault.ToString(),
                                    finding.Message,
                                ]
                        ),
                    ]
                )
            );
        }

        if (verification.Records.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "Records that are not what the log says"));
            blocks.Add(new ListBlock([.. verification.Records.Select(finding => finding.Message)]));
        }

        if (verification.Log.Root is { } root)
        {
            blocks.Add(new HeadingBlock(2, "What was verified"));
            blocks.Add(
                new ListBlock([
                    ReportText($"{verification.Log.Size} entries; Merkle root (RFC 6962) {root}"),
                    ReportText(
                        $"{verification.Log.CheckpointCount} checkpoints agreed, the largest over {verification.Log.CheckpointedSize} entries"
                    ),
                ])
            );
        }

        return new ReportDocument("Audit log", blocks) { Verdict = verdict };
    }

    private static string ReportText(FormattableString text) => FormattableString.Invariant(text);
}
