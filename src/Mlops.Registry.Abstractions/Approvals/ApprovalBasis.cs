using Mlops.Serialization;

namespace Mlops.Registry.Approvals;

/// <summary>What an approval is bound to.</summary>
/// <param name="Definition">The digest of the version's definition, its artifacts included.</param>
/// <param name="Risk">The digest of the risk assessment; <see langword="null"/> when there was none.</param>
/// <param name="Evidence">The digests of the evidence that counted at that time, in ascending order.</param>
/// <param name="Policy">The policy in force, as <c>name@version</c>.</param>
public sealed record ApprovalBasis(
    ContentDigest Definition,
    ContentDigest? Risk,
    IReadOnlyList<ContentDigest> Evidence,
    string Policy
);
