namespace Mlops.Registry.Approvals;

/// <summary>One person's decision on a version, in one role, bound to exactly what they saw.</summary>
/// <param name="Id">Its number within the version, from 1.</param>
/// <param name="Outcome">Approved or rejected.</param>
/// <param name="Approver">Who decided.</param>
/// <param name="Role">In which role.</param>
/// <param name="Ticket">The ticket of the decision in the organisation's own system.</param>
/// <param name="Comment">What they said; empty when nothing.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="ExpiresAt">Until when it counts, exclusive, in UTC; <see langword="null"/> for no end.</param>
/// <param name="Basis">What it is bound to: when any of it changes, the approval no longer counts.</param>
/// <param name="Delegation">The delegation that gave the role; <see langword="null"/> when the role was their own.</param>
/// <param name="Revocation">That it was taken back; <see langword="null"/> while it stands.</param>
/// <param name="DelegatedBy">Who gave the role by that delegation: under separation of duties, giver and receiver are one person.</param>
public sealed record Approval(
    int Id,
    ApprovalOutcome Outcome,
    string Approver,
    string Role,
    string Ticket,
    string Comment,
    DateTimeOffset At,
    DateTimeOffset? ExpiresAt,
    ApprovalBasis Basis,
    string? Delegation = null,
    Revocation? Revocation = null,
    string? DelegatedBy = null
);
