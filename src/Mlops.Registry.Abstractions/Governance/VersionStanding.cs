using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;

namespace Mlops.Registry.Governance;

/// <summary>Where a version stands before its policy, at a time: all of it computed from the records.</summary>
/// <param name="Version">The version.</param>
/// <param name="At">The time for which it is computed, in UTC.</param>
/// <param name="Tier">The risk tier; <see langword="null"/> while it is not assessed, which policies treat as high.</param>
/// <param name="Compliance">Whether it has what its policy asks for.</param>
/// <param name="BiasCheck">What the evidence on fairness says.</param>
/// <param name="Approvals">Whether each approval counts, in their order.</param>
/// <param name="Decision">What the policy would say if the version were to become active now.</param>
/// <param name="ReviewDue">When its next review is due, in UTC; <see langword="null"/> when the policy asks for none.</param>
public sealed record VersionStanding(
    VersionKey Version,
    DateTimeOffset At,
    RiskTier? Tier,
    ComplianceStatus Compliance,
    BiasCheck BiasCheck,
    IReadOnlyList<ApprovalStanding> Approvals,
    PolicyDecision Decision,
    DateTimeOffset? ReviewDue
)
{
    /// <summary>Where it stands, in a sentence.</summary>
    public override string ToString()
    {
        var unmet = Decision.Unmet(RuleMode.Enforce).Select(rule => rule.Rule).ToList();
        var may = unmet.Count == 0 ? "may become active" : $"may not become active for {string.Join(", ", unmet)}";
        return $"{Version}: tier {Decision.Tier}, {Compliance}, bias check {BiasCheck}; {may}";
    }
}
