using Mlops.Registry.Models;
using Mlops.Registry.Policies;

namespace Mlops.Registry.Tests.Policies;

public class ApprovalRuleTests
{
    private static readonly TierPolicy TwoRoles = new() { Approvals = [new("validator"), new("risk-officer")] };

    [Fact]
    public void Judge_OnePersonInTwoRoles_CountsOnce() =>
        Filled(TwoRoles, Versions.Create().WithApproval("vera").WithApproval("vera", "risk-officer"), true, false);

    [Fact]
    public void Judge_OnePersonInTwoRolesWhereThatIsAllowed_CountsInBoth() =>
        Filled(
            TwoRoles with
            {
                DistinctApprovers = false,
            },
            Versions.Create().WithApproval("vera").WithApproval("vera", "risk-officer"),
            true,
            true
        );

    [Fact]
    public void Judge_AnotherComesForOneRole_BothAreFilled() =>
        Filled(
            TwoRoles,
            Versions.Create().WithApproval("vera").WithApproval("vera", "risk-officer").WithApproval("walt"),
            true,
            true
        );

    [Fact]
    public void Judge_SamePersonTwiceInOneRole_CountsOnce()
    {
        var tier = new TierPolicy { Approvals = [new("validator", 2)], DistinctApprovers = false };
        var twice = Versions.Create().WithApproval("vera").WithApproval("vera");
        Filled(tier, twice, false);
        Filled(tier, twice.WithApproval("walt"), true);
    }

    [Fact]
    public void Judge_GiverAndReceiverOfARole_AreOnePerson()
    {
        var delegated = Versions.Create().WithApproval("walt", delegatedBy: "vera");
        Filled(TwoRoles, delegated.WithApproval("vera", "risk-officer"), true, false);
        Filled(TwoRoles, delegated.WithApproval("walt", "risk-officer"), true, false);
        Filled(TwoRoles, delegated.WithApproval("rob", "risk-officer"), true, true);
    }

    [Fact]
    public void Judge_OverlappingDelegations_TheChoiceThatFillsMostIsTaken()
    {
        // Walt for Vera would bar both of them; Vera and Walt themselves fill both roles.
        var version = Versions
            .Create()
            .WithApproval("walt", delegatedBy: "vera")
            .WithApproval("vera")
            .WithApproval("walt", "risk-officer");
        Filled(TwoRoles, version, true, true);
    }

    [Fact]
    public void Judge_EnforcedRule_IsFilledBeforeAnObservedOne() =>
        Filled(
            new() { Approvals = [new("validator", 1, RuleMode.Observe), new("risk-officer")] },
            Versions.Create().WithApproval("vera").WithApproval("vera", "risk-officer"),
            false,
            true
        );

    [Fact]
    public void Judge_OtherRole_DoesNotCount() =>
        Filled(new() { Approvals = [new("validator")] }, Versions.Create().WithApproval("vera", "Validator"), false);

    [Fact]
    public void Judge_AgeWarned_CountsAndWarnsNoMoreThanTheRoleWeighs()
    {
        var tier = new TierPolicy
        {
            Approvals = [new("validator", 1, RuleMode.Observe)],
            ApprovalValidity = new(TimeSpan.FromDays(10)),
        };
        var decision = PolicyEvaluator.Evaluate(
            Versions.PolicyOf(tier),
            Versions.Create().WithApproval("vera", daysAgo: 11).ToActive()
        );
        Assert.True(decision.IsAllowed);
        Assert.Equal(
            ["approvals.validator", "approval-validity"],
            decision.Unmet(RuleMode.Observe).Select(rule => rule.Rule)
        );
    }

    private static void Filled(TierPolicy tier, ModelVersion version, params bool[] expected)
    {
        var decision = PolicyEvaluator.Evaluate(Versions.PolicyOf(tier), version.ToActive());
        Assert.Equal(expected, decision.Rules.Take(expected.Length).Select(rule => rule.Outcome == RuleOutcome.Met));
    }
}
