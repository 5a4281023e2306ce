using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>Judges steps by a policy: the same facts always give the same decision.</summary>
/// <remarks>
/// <para>Judged are the steps to InReview, Approved, Staged and Active; a rollback is a step to Active as well. For any other step,
/// the stop switch above all, every rule is not applicable.</para>
/// <para>The rules come in this order: requirements, evidence, approvals, separation of duties, separation of activation, approval
/// validity, review. Their ids are stable.</para>
/// </remarks>
public static class PolicyEvaluator
{
    internal const string Review = "review";

    /// <summary>Judges a step.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="facts">All that it looks at.</param>
    /// <returns>What each rule says, with the reason and what would meet it.</returns>
    public static PolicyDecision Evaluate(GovernancePolicy policy, PolicyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        var tier = policy.For(facts.Version.Risk?.Tier);
        var approvals = ApprovalEvaluator.Judge(
            tier,
            facts.Version,
            facts.At,
            facts.To == Stage.Active ? facts.Actor : null
        );
        var isJudged = StageMachine.Find(facts.From, facts.To)?.IsJudged ?? true;
        bool AppliesTo(IReadOnlyList<Stage> stages) => isJudged && stages.Contains(facts.To);
        var results = new List<RuleResult>();
        foreach (var rule in tier.Requirements)
        {
            results.Add(AppliesTo(rule.At) ? RequirementJudge.Judge(rule, facts) : NotApplicable(rule.Id, rule.Mode));
        }

        foreach (var rule in tier.Evidence)
        {
            results.Add(AppliesTo(rule.At) ? EvidenceJudge.Judge(rule, facts) : NotApplicable(rule.Id, rule.Mode));
        }

        var decided = ApprovalJudge.Judge(tier, approvals, facts.To == Stage.Active);
        results.AddRange(
            AppliesTo(JudgedStages.Decided)
                ? decided
                : decided.Select(result => NotApplicable(result.Rule, Configured(tier, result.Rule) ?? result.Mode))
        );
        if (tier.Review is { } review)
        {
            results.Add(
                AppliesTo(JudgedStages.IntoUse)
                    ? JudgeReview(review, facts, ReviewDue(tier, facts.Version, approvals))
                    : NotApplicable(Review, review.Mode)
            );
        }

        return new(policy.Reference, TierName(facts.Version), results);
    }

    internal static RuleResult NotApplicable(string rule, RuleMode mode) =>
        new(rule, mode, RuleOutcome.NotApplicable, "The rule does not speak about this step.", []);

    /// <summary>When a version's next review is due; <see langword="null"/> when the policy asks for none, or there is nothing to count from.</summary>
    internal static DateTimeOffset? ReviewDue(
        TierPolicy tier,
        ModelVersion version,
        IEnumerable<JudgedApproval> approvals
    )
    {
        if (tier.Review is not { } review)
        {
            return null;
        }

        DateTimeOffset? last = version.Retroactive?.LiveSince;
        foreach (var item in approvals)
        {
            // Who activates may have been the reviewer: that concerns the activation, not the calendar.
            if (ApprovalEvaluator.ReasonNotToCount(tier, item with { Activation = null }) is null)
            {
                last = last > item.Approval.At ? last : item.Approval.At;
            }
        }

        return last is { } start ? EvidenceLedger.After(start, review.Every) : null;
    }

    private static RuleResult JudgeReview(ReviewRule rule, PolicyFacts facts, DateTimeOffset? due) =>
        due switch
        {
            null => new(
                Review,
                rule.Mode,
                RuleOutcome.NotApplicable,
                "No approval counts, from which a review would be due.",
                []
            ),
            { } time when time <= facts.At => new(
                Review,
                rule.Mode,
                RuleOutcome.NotMet,
                $"A review was due at {ApprovalEvaluator.Text(time)}. Ask for one, and have it approved.",
                []
            ),
            { } time => new(
                Review,
                rule.Mode,
                RuleOutcome.Met,
                $"The next review is due at {ApprovalEvaluator.Text(time)}.",
                []
            ),
        };

    // A check on approvals may weigh less than its own mode where it is unmet; where it does not apply, its own mode stands.
    private static RuleMode? Configured(TierPolicy tier, string rule) =>
        rule switch
        {
            ApprovalEvaluator.SeparationOfDuties => tier.SeparationOfDuties,
            ApprovalJudge.Activation => tier.SeparationOfActivation,
            ApprovalJudge.Validity => tier.ApprovalValidity?.Mode,
            _ => null,
        };

    private static string TierName(ModelVersion version) =>
        version.Risk switch
        {
            null => "unassessed",
            { Tier: { } tier } => PolicyElement.NameOf(tier),
            _ => "prohibited",
        };
}
