using Mlops.Registry.Transparency;

namespace Mlops.Registry.Audit;

/// <summary>Whether the log and the records hold, and if not, what was done to them and where.</summary>
/// <param name="Status">Whether both hold. Without a checkpoint from outside the store it is at best <see cref="LogStatus.RollbackNotExcluded"/>: that an older state was put in its place can't be told from within.</param>
/// <param name="Log">What was found in the log.</param>
/// <param name="RecordCount">How many records were held against the log.</param>
/// <param name="Records">The records that are not what the log says, by their key.</param>
public sealed record AuditVerification(
    LogStatus Status,
    LogVerification Log,
    long RecordCount,
    IReadOnlyList<RecordFinding> Records
)
{
    /// <summary>The index of the first bad entry; <see langword="null"/> when no entry is bad, or none can be named.</summary>
    public long? FirstBadEntry => Log.FirstBadEntry?.FirstEntry;

    /// <summary>What was found, in a sentence.</summary>
    public override string ToString() =>
        Status switch
        {
            LogStatus.Verified => FormattableString.Invariant(
                $"Verified: {Log.Size} entries, {RecordCount} records and {Log.CheckpointCount} checkpoints agree."
            ),
            LogStatus.RollbackNotExcluded => FormattableString.Invariant(
                $"RollbackNotExcluded: {Log.Size} entries and {RecordCount} records agree; no checkpoint from outside the store was given."
            ),
            _ => Log.Findings.Count > 0 ? $"Broken: {Log.Findings[0].Message}"
            : Records.Count > 0 ? $"Broken: {Records[0].Message}"
            : "Broken.",
        };
}
