using Mlops.Registry.Transparency;

namespace Mlops.Registry.Audit;

/// <summary>Whether the log and the records hold, and if not, what was done to them and where.</summary>
/// <param name="Verdict">Whether they hold.</param>
/// <param name="Size">How many entries the log says that it has.</param>
/// <param name="Root">The root computed from the entries themselves.</param>
/// <param name="Checkpoints">How many checkpoints from outside the store it was held against.</param>
/// <param name="LatestCheckpoint">The size of the largest of them; 0 without one.</param>
/// <param name="Faults">What is wrong, the first bad entry first.</param>
public sealed record AuditVerification(
    AuditVerdict Verdict,
    long Size,
    MerkleHash Root,
    int Checkpoints,
    long LatestCheckpoint,
    IReadOnlyList<AuditFault> Faults
)
{
    /// <summary>The index of the first bad entry; <see langword="null"/> when none is bad, or none can be named.</summary>
    public long? FirstBadEntry => Faults.Min(fault => fault.Entry);
}
