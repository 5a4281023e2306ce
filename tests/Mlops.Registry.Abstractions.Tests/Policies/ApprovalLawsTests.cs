using Mlops.Registry.Approvals;
using Mlops.Registry.Policies;

namespace Mlops.Registry.Tests.Policies;

public class ApprovalLawsTests
{
    private static readonly string[] Roles = ["validator", "risk-officer", "ethics"];
    private static readonly string[] People = ["vera", "walt", "rob", "rita", "olga"];

    [Fact]
    public void Evaluate_DelegatedAndDoubleApprovals_AreEnoughExactlyWhenSomeChoiceOfPeopleFillsTheRoles()
    {
        var allowed = 0;
        var refused = 0;
        Draw.Hold(draw =>
        {
            var tier = new TierPolicy
            {
                Approvals =
                [
                    .. Roles
                        .Where(_ => draw.Next(3) > 0)
                        .Select(role => new ApprovalRule(role, 1 + draw.Next(2), (RuleMode)draw.Next(3))),
                ],
            };
            var version = Versions.Create();
            for (var left = draw.Next(8); left > 0; left--)
            {
                version = version.WithApproval(
                    draw.Of(People),
                    draw.Of(Roles),
                    delegatedBy: draw.Next(3) == 0 ? draw.Of(People) : null
                );
            }

            var decision = PolicyEvaluator.Evaluate(Versions.PolicyOf(tier), version.ToActive());
            _ = decision.IsAllowed ? allowed++ : refused++;
            return decision.IsAllowed == SomeChoiceFills(tier, version.Approvals);
        });
        // A law that only ever saw one side would say nothing.
        Assert.True(allowed > 100 && refused > 100, $"{allowed} allowed, {refused} refused");
    }

    // The definition itself, by brute force over all sets of approvals.
    private static bool SomeChoiceFills(TierPolicy tier, IReadOnlyList<Approval> approvals)
    {
        var enforced = tier.Approvals.Where(rule => rule.Mode == RuleMode.Enforce).ToArray();
        for (var choice = 0; choice < 1 << approvals.Count; choice++)
        {
            var chosen = approvals.Where((_, index) => (choice & (1 << index)) != 0).ToArray();
            var people = chosen.SelectMany(item =>
                new[] { item.Approver, item.DelegatedBy ?? item.Approver }.Distinct()
            );
            if (
                people.GroupBy(person => person).All(group => group.Count() == 1)
                && enforced.All(rule => chosen.Count(item => item.Role == rule.Role) >= rule.Count)
            )
            {
                return true;
            }
        }

        return false;
    }
}
