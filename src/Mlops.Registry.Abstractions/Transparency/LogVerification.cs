namespace Mlops.Registry.Transparency;

/// <summary>The result of verifying a log.</summary>
/// <param name="Status">What was shown.</param>
/// <param name="Size">The entries that were there, gaps counted.</param>
/// <param name="Root">The root over them, or null where entries are missing and no stored node stands in.</param>
/// <param name="CheckpointCount">The trusted checkpoints from outside that the log agrees with.</param>
/// <param name="CheckpointedSize">The size up to which one of them vouches for the log; what follows could have been put back.</param>
/// <param name="Findings">What is wrong, at most as many as the options allow, in the order in which it was found.</param>
/// <param name="FindingCount">All that is wrong, listed or not.</param>
public sealed record LogVerification(
    LogStatus Status,
    long Size,
    MerkleHash? Root,
    int CheckpointCount,
    long CheckpointedSize,
    IReadOnlyList<LogFinding> Findings,
    long FindingCount
)
{
    /// <summary>The finding that says most about the first bad entry, or null: where an auditor begins.</summary>
    /// <remarks>Of all listed, the one whose entries end first, and of those the one that names the fewest.</remarks>
    public LogFinding? FirstBadEntry =>
        Findings
            .Where(finding => finding.Fault is not LogFault.BadCheckpoint)
            .OrderBy(finding => finding.EndEntry)
            .ThenByDescending(finding => finding.FirstEntry)
            .FirstOrDefault();
}
