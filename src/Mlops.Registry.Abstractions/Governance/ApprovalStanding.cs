using Mlops.Registry.Approvals;

namespace Mlops.Registry.Governance;

/// <summary>Whether an approval counts.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Reason">Why not: expired, revoked, by the author, or what it was bound to has changed; empty when it counts.</param>
public sealed record ApprovalStanding(Approval Approval, bool Counts, string Reason);
