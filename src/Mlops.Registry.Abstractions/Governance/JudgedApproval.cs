using Mlops.Registry.Approvals;

namespace Mlops.Registry.Governance;

/// <summary>An approval, with each reason for which it might not count; <see langword="null"/> where there is none.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Fault">Why it does not count, whatever the policy says.</param>
/// <param name="Duties">Why it is against separation of duties.</param>
/// <param name="Activation">Why it is against separation of approval and activation.</param>
/// <param name="Age">Why it is older than the policy allows.</param>
internal sealed record JudgedApproval(
    Approval Approval,
    string? Fault,
    string? Duties,
    string? Activation,
    string? Age
);
