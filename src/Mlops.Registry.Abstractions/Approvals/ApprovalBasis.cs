using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
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
)
{
    /// <summary>What an approval given now is bound to: the version as it is, with the latest evidence of each kind that is not withdrawn.</summary>
    /// <param name="version">The version.</param>
    /// <param name="policy">The policy in force.</param>
    /// <remarks>Evidence of every kind is in it, and not only what the policy asks for: the approver saw it all.</remarks>
    public static ApprovalBasis Of(ModelVersion version, GovernancePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(policy);
        return new(
            RegistryJson.DigestOf(version.Definition),
            version.Risk is { } risk ? RegistryJson.DigestOf(risk) : null,
            [
                .. EvidenceLedger
                    .Latest(version)
                    .Select(item => item.Statement.Digest)
                    .Distinct()
                    .OrderBy(digest => digest.ToString(), StringComparer.Ordinal),
            ],
            policy.Reference
        );
    }
}
