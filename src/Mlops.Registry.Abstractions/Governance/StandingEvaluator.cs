using Mlops.Registry.Approvals;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Governance;

/// <summary>Where a version stands before its policy: computed from the records, never typed in.</summary>
public static class StandingEvaluator
{
    /// <summary>Computes where a version stands.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="version">The version.</param>
    /// <param name="at">The time, in UTC.</param>
    /// <param name="artifactsVerified">Whether the stored artifacts match their digests; <see langword="null"/> when nobody looked, which leaves them out of <see cref="VersionStanding.Compliance"/>.</param>
    /// <param name="hasRiskRegister">Whether the model has a risk register; <see langword="null"/> when nobody looked.</param>
    /// <remarks>
    /// <para>Compliance looks at every rule before Approved and before Active, in whichever mode: what is only observed is asked for
    /// as well. It is NonCompliant when the version stands rejected, its use is prohibited, or the latest evidence of a kind that the policy asks for
    /// says Fail; Compliant when every rule is met; otherwise Incomplete.</para>
    /// <para>The bias check looks at the latest evidence of each kind in <see cref="GovernancePolicy.FairnessKinds"/>: Fail goes
    /// before Inconclusive, that before too old, and that before Pass.</para>
    /// </remarks>
    public static VersionStanding Evaluate(
        GovernancePolicy policy,
        ModelVersion version,
        DateTimeOffset at,
        bool? artifactsVerified = null,
        bool? hasRiskRegister = null
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(version);
        var tier = policy.For(version.Risk?.Tier);
        // Nobody in particular asks, and wherever the version stands, the question is what it would take.
        var facts = new PolicyFacts(
            version,
            Stage.Staged,
            Stage.Active,
            Actor: "",
            at,
            artifactsVerified,
            hasRiskRegister
        );
        var decision = PolicyEvaluator.Evaluate(policy, facts);
        var approval = PolicyEvaluator.Evaluate(policy, facts with { From = Stage.InReview, To = Stage.Approved });
        return new(
            version.Key,
            at,
            version.Risk?.Tier,
            Compliance(tier, facts, [.. approval.Rules, .. decision.Rules]),
            Bias(policy, tier, version, at),
            ApprovalEvaluator.Evaluate(policy, version, at),
            decision,
            PolicyEvaluator.ReviewDue(tier, version, ApprovalEvaluator.Judge(tier, version, at, activator: null))
        );
    }

    private static ComplianceStatus Compliance(TierPolicy tier, PolicyFacts facts, IEnumerable<RuleResult> rules)
    {
        var version = facts.Version;
        var isRejected =
            version.Stage == Stage.Rejected
            || version.Approvals.LastOrDefault(item => item.Revocation is null)?.Outcome == ApprovalOutcome.Rejected;
        var speaksAgainst = tier.Evidence.Any(rule =>
            !rule.Verdicts.Contains(Verdict.Fail)
            && EvidenceLedger.Latest(version, rule.Kind).Any(item => item.Statement.Verdict == Verdict.Fail)
        );
        if (isRejected || speaksAgainst || version.Risk is { IsRefused: true })
        {
            return ComplianceStatus.NonCompliant;
        }

        var verification = new RequirementRule(PolicyRequirement.ArtifactsVerified).Id;
        return rules.Any(rule =>
            rule.Outcome == RuleOutcome.NotMet && (facts.ArtifactsVerified is not null || rule.Rule != verification)
        )
            ? ComplianceStatus.Incomplete
            : ComplianceStatus.Compliant;
    }

    private static BiasCheck Bias(GovernancePolicy policy, TierPolicy tier, ModelVersion version, DateTimeOffset at)
    {
        var latest = EvidenceLedger
            .Latest(version)
            .Where(item => policy.FairnessKinds.Any(kind => EvidenceKinds.Matches(kind, item.Statement.Kind)))
            .ToArray();
        bool Says(Verdict verdict) => latest.Any(item => item.Statement.Verdict == verdict);
        bool IsStale(AttachedEvidence item) =>
            tier.Evidence.Any(rule =>
                EvidenceKinds.Matches(rule.Kind, item.Statement.Kind) && !EvidenceJudge.IsFresh(rule, item, at)
            );

        return latest.Length == 0 ? BiasCheck.Missing
            : Says(Verdict.Fail) ? BiasCheck.Failed
            : latest.Any(item => item.Statement.Verdict != Verdict.Pass) ? BiasCheck.Inconclusive
            : latest.Any(IsStale) ? BiasCheck.Stale
            : BiasCheck.Passed;
    }
}
