using Mlops.Registry.Approvals;
using Mlops.Registry.Governance;

namespace Mlops.Registry.Policies;

/// <summary>Judges rules on approvals, and what keeps an approval from counting.</summary>
/// <remarks>
/// Separation and validity bear on which approvals count. Enforced, they take approvals away, and the rules on roles judge what is
/// left; otherwise they take nothing away, and say what would be missing. So each of them is unmet exactly when an approval
/// that it objects to is needed, and weighs no more than the rule that needs it.
/// </remarks>
internal static class ApprovalJudge
{
    internal const string Activation = "separation-of-activation";
    internal const string Validity = "approval-validity";

    internal static IEnumerable<RuleResult> Judge(
        TierPolicy tier,
        IReadOnlyList<JudgedApproval> approvals,
        bool isActivation
    )
    {
        var counted = Approvals(approvals, item => ApprovalEvaluator.ReasonNotToCount(tier, item) is null);
        var filled = ApproverAssignment.Fill(tier, counted);
        foreach (var (index, rule) in tier.Approvals.Index())
        {
            yield return JudgeRole(tier, rule, filled[index], approvals);
        }

        if (tier.SeparationOfDuties is { } duties)
        {
            yield return JudgeCheck(
                tier,
                approvals,
                new(ApprovalEvaluator.SeparationOfDuties, duties, item => item.Duties, "somebody who had no hand in it")
            );
        }

        if (tier.SeparationOfActivation is { } activation)
        {
            yield return isActivation
                ? JudgeCheck(
                    tier,
                    approvals,
                    new(
                        Activation,
                        activation,
                        item => item.Activation,
                        "somebody else; or have somebody else activate it"
                    )
                )
                : PolicyEvaluator.NotApplicable(Activation, activation);
        }

        if (tier.ApprovalValidity is { } validity)
        {
            yield return JudgeCheck(
                tier,
                approvals,
                new(Validity, validity.Mode, item => item.Age, "the same role again, in a new review")
            );
        }
    }

    private static RuleResult JudgeRole(
        TierPolicy tier,
        ApprovalRule rule,
        int filled,
        IReadOnlyList<JudgedApproval> approvals
    )
    {
        var inRole = approvals.Where(item => item.Approval.Role == rule.Role).ToArray();
        if (filled == rule.Count)
        {
            var people = Approvals(inRole, item => ApprovalEvaluator.ReasonNotToCount(tier, item) is null)
                .Select(approval => approval.Approver)
                .Distinct();
            return Result(
                rule,
                RuleOutcome.Met,
                FormattableString.Invariant(
                    $"{filled} of {rule.Count} approved as {rule.Role}: {string.Join(", ", people)}."
                )
            );
        }

        var reasons = inRole
            .Select(item => (item.Approval, Reason: ApprovalEvaluator.ReasonNotToCount(tier, item)))
            .Where(item => item.Reason is not null)
            .Select(item =>
                FormattableString.Invariant(
                    $" Approval {item.Approval.Id} by {item.Approval.Approver} does not count: {item.Reason}."
                )
            );
        var distinct = tier.DistinctApprovers ? ", who counts in no other role" : "";
        return Result(
            rule,
            RuleOutcome.NotMet,
            FormattableString.Invariant(
                $"{filled} of {rule.Count} approved as {rule.Role}.{string.Concat(reasons)} {rule.Count - filled} more must approve{distinct}."
            )
        );
    }

    private static RuleResult JudgeCheck(TierPolicy tier, IReadOnlyList<JudgedApproval> approvals, Check check)
    {
        var without = approvals
            .Where(item =>
                check.Objection(item) is null
                    ? ApprovalEvaluator.ReasonNotToCount(tier, item) is null
                    : OtherReason(tier, item, check) is null
            )
            .ToArray();
        var objected = without.Where(item => check.Objection(item) is not null).ToArray();
        if (objected.Length == 0)
        {
            return new(check.Rule, check.Mode, RuleOutcome.Met, "No approval is against it.", []);
        }

        var before = ApproverAssignment.Fill(tier, Approvals(without, _ => true));
        var after = ApproverAssignment.Fill(tier, Approvals(without, item => check.Objection(item) is null));
        var lost = tier.Approvals.Where((_, index) => after[index] < before[index]).ToArray();
        var objections = string.Join(
            " ",
            objected.Select(item =>
                FormattableString.Invariant(
                    $"Approval {item.Approval.Id} as {item.Approval.Role}: {check.Objection(item)}."
                )
            )
        );
        return lost.Length == 0
            ? new(check.Rule, check.Mode, RuleOutcome.Met, $"{objections} The others are enough without it.", [])
            : new(
                check.Rule,
                (RuleMode)Math.Min((int)check.Mode, (int)lost.Max(rule => rule.Mode)),
                RuleOutcome.NotMet,
                $"{objections} Have it approved as {string.Join(", ", lost.Select(rule => rule.Role))} by {check.Remedy}.",
                []
            );
    }

    private static string? OtherReason(TierPolicy tier, JudgedApproval item, Check check) =>
        ApprovalEvaluator.ReasonNotToCount(
            tier,
            check.Rule switch
            {
                ApprovalEvaluator.SeparationOfDuties => item with { Duties = null },
                Activation => item with { Activation = null },
                _ => item with { Age = null },
            }
        );

    private static List<Approval> Approvals(IEnumerable<JudgedApproval> approvals, Func<JudgedApproval, bool> counts) =>
        [.. approvals.Where(counts).Select(item => item.Approval)];

    private static RuleResult Result(ApprovalRule rule, RuleOutcome outcome, string message) =>
        new(rule.Id, rule.Mode, outcome, message, []);

    private sealed record Check(string Rule, RuleMode Mode, Func<JudgedApproval, string?> Objection, string Remedy);
}
