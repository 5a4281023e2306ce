using Mlops.Registry.Approvals;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Engine;

/// <summary>Makes approvals, and refuses those that separation of duties forbids.</summary>
internal static class ApprovalRules
{
    /// <summary>Whether a version at a stage may be approved: in review, or again before an approval runs out.</summary>
    public static bool CanBeApproved(Stage stage) =>
        stage
            is Stage.InReview
                or Stage.Approved
                or Stage.Staged
                or Stage.Active
                or Stage.Suspended
                or Stage.Superseded;

    /// <summary>An approval or rejection of the version as it is now.</summary>
    public static Approval Make(
        GovernancePolicy policy,
        ModelVersion version,
        ApprovalOutcome outcome,
        string approver,
        ApprovalRequest request,
        DateTimeOffset now,
        Delegation? delegation
    )
    {
        var validity = policy.For(version.Risk?.Tier).ApprovalValidity;
        var validFor = request.ValidFor;
        if (validity is { Mode: RuleMode.Enforce } && (validFor is null || validFor > validity.Duration))
        {
            validFor = validity.Duration;
        }

        return new Approval(
            version.Approvals.Count + 1,
            outcome,
            approver,
            request.Role,
            request.Ticket,
            request.Comment,
            now,
            outcome == ApprovalOutcome.Approved ? now + validFor : null,
            ApprovalBasis.Of(version, policy),
            delegation?.Id,
            DelegatedBy: delegation?.From
        );
    }

    /// <summary>Throws when the approver had a hand in the version, and the policy enforces that they must not.</summary>
    public static void ThrowIfNotSeparate(GovernancePolicy policy, ModelVersion version, Approval approval)
    {
        var rule = ApprovalEvaluator.JudgeApprover(policy, version, approval.Approver, approval.DelegatedBy);
        if (rule is { Mode: RuleMode.Enforce, Outcome: RuleOutcome.NotMet })
        {
            throw new PolicyRefusedException(
                new PolicyDecision(policy.Reference, version.Risk?.Tier?.ToString() ?? "unassessed", [rule]),
                rule.Message
            );
        }
    }
}
