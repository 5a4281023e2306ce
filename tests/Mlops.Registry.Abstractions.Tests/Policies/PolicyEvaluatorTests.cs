using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Policies;

public class PolicyEvaluatorTests
{
    [Fact]
    public void Evaluate_Complete_IsAllowedIntoUse()
    {
        foreach (var facts in new[] { Versions.Complete().To(Stage.Approved), Versions.Complete().ToActive() })
        {
            var decision = PolicyEvaluator.Evaluate(GovernancePolicy.Default, facts);
            Assert.True(decision.IsAllowed, string.Join('\n', decision.Unmet(RuleMode.Enforce)));
            Assert.Equal(("default@0", "high"), (decision.Policy, decision.Tier));
        }
    }

    [Fact]
    public void Evaluate_Rules_ComeInTheirOrder() =>
        Assert.Equal(
            [
                "requirement.risk-assessed",
                "requirement.artifacts-present",
                "requirement.artifacts-verified",
                "requirement.signature",
                "requirement.lineage-data-sets",
                "requirement.design-decisions",
                "requirement.risk-register",
                "evidence.mlops.drift.report",
                "evidence.mlops.fairness.*",
                "approvals.validator",
                "approvals.risk-officer",
                "separation-of-duties",
                "separation-of-activation",
                "approval-validity",
                "review",
            ],
            Decide(Versions.Complete()).Rules.Select(rule => rule.Rule)
        );

    [Fact]
    public void Evaluate_Unassessed_CountsAsHigh()
    {
        var decision = Decide(Versions.Create());
        Assert.Equal("unassessed", decision.Tier);
        Assert.Equal(RuleOutcome.NotMet, decision.Rule("requirement.risk-assessed").Outcome);
        Assert.Equal(RuleOutcome.NotMet, decision.Rule("approvals.risk-officer").Outcome);
    }

    [Fact]
    public void Evaluate_ProhibitedUse_IsRefused()
    {
        var prohibited = Versions.HighRisk with { Tier = null, Refusals = ["Social scoring is prohibited."] };
        var decision = Decide(Versions.Create(prohibited));
        Assert.Equal("prohibited", decision.Tier);
        Assert.Contains("Social scoring", decision.Rule("requirement.risk-assessed").Message, StringComparison.Ordinal);
        Assert.False(decision.IsAllowed);
    }

    [Fact]
    public void Evaluate_StopSwitchAndRetirement_AreNeverJudged()
    {
        var version = Versions.Create() with { Stage = Stage.Active };
        foreach (var to in new[] { Stage.Suspended, Stage.RolledBack, Stage.Superseded, Stage.Retired })
        {
            var decision = PolicyEvaluator.Evaluate(GovernancePolicy.Default, version.To(to));
            Assert.True(decision.IsAllowed);
            Assert.All(decision.Rules, rule => Assert.Equal(RuleOutcome.NotApplicable, rule.Outcome));
        }
    }

    [Fact]
    public void Evaluate_Unstaging_IsNotJudgedAsAnApproval() =>
        Assert.True(
            PolicyEvaluator
                .Evaluate(
                    GovernancePolicy.Default,
                    (Versions.Create() with { Stage = Stage.Staged }).To(Stage.Approved)
                )
                .IsAllowed
        );

    [Fact]
    public void Evaluate_Rollback_IsJudgedAsActivation()
    {
        var superseded = Versions.Complete() with { Stage = Stage.Superseded };
        Assert.True(PolicyEvaluator.Evaluate(GovernancePolicy.Default, superseded.To(Stage.Active)).IsAllowed);
        Assert.False(
            PolicyEvaluator
                .Evaluate(GovernancePolicy.Default, superseded.WithRevokedApproval(1).To(Stage.Active))
                .IsAllowed
        );
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("carl")]
    public void Evaluate_ApprovedByWhoMadeIt_IsRefused(string approver)
    {
        var decision = Decide(Versions.Create(Versions.LowRisk).WithApproval(approver));
        Assert.False(decision.IsAllowed);
        Assert.Equal(RuleOutcome.NotMet, decision.Rule("separation-of-duties").Outcome);
        Assert.Contains(approver, decision.Rule("approvals.validator").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ApprovedByTheAuthorAndByAnother_IsAllowed()
    {
        var decision = Decide(Versions.Create(Versions.LowRisk).WithApproval("ann").WithApproval("vera"));
        Assert.True(decision.IsAllowed);
        Assert.Equal(RuleOutcome.Met, decision.Rule("separation-of-duties").Outcome);
    }

    [Fact]
    public void Evaluate_RevokedOrExpiredOrChanged_IsRefused()
    {
        var approved = Versions.Create(Versions.LowRisk).WithApproval("vera");
        Assert.True(Decide(approved).IsAllowed);
        Assert.False(Decide(approved.WithRevokedApproval(1)).IsAllowed);
        Assert.False(Decide(Versions.Create(Versions.LowRisk).WithApproval("vera", expiresAt: Versions.Now)).IsAllowed);
        Assert.False(Decide(Versions.Create(Versions.LowRisk).WithApproval("vera", daysAgo: 730)).IsAllowed);
        Assert.False(
            Decide(approved with { Definition = approved.Definition with { Description = "Other." } }).IsAllowed
        );
    }

    [Fact]
    public void Evaluate_SeparationWarned_CountsTheApprovalAndWarns()
    {
        var policy = Versions.PolicyOf(new() { Approvals = [new("validator")], SeparationOfDuties = RuleMode.Warn });
        var decision = PolicyEvaluator.Evaluate(policy, Versions.Create().WithApproval("ann").ToActive());
        Assert.True(decision.IsAllowed);
        Assert.Equal("separation-of-duties", Assert.Single(decision.Unmet(RuleMode.Warn)).Rule);
    }

    [Fact]
    public void Evaluate_ActivatedByItsApprover_IsRefused()
    {
        var decision = PolicyEvaluator.Evaluate(GovernancePolicy.Default, Versions.Complete().ToActive("vera"));
        Assert.Equal(
            ["approvals.validator", "separation-of-activation"],
            decision.Unmet(RuleMode.Enforce).Select(rule => rule.Rule)
        );
        Assert.True(
            PolicyEvaluator.Evaluate(GovernancePolicy.Default, Versions.Complete().To(Stage.Approved, "vera")).IsAllowed
        );
    }

    [Fact]
    public void Evaluate_ActivatedByWhoDelegatedTheRole_IsRefused()
    {
        var version = Versions.Create(Versions.LowRisk).WithApproval("vera", delegatedBy: "oscar");
        var policy = Versions.PolicyOf(
            new() { Approvals = [new("validator", 1)], SeparationOfActivation = RuleMode.Enforce }
        );

        var decision = PolicyEvaluator.Evaluate(policy, version.ToActive("oscar"));

        Assert.Equal(RuleOutcome.NotMet, decision.Rule("approvals.validator").Outcome);
        Assert.True(PolicyEvaluator.Evaluate(policy, version.ToActive("otto")).IsAllowed);
    }

    [Fact]
    public void Evaluate_ReviewDue_IsUnmetFromThatVeryTime()
    {
        var facts = Versions.Create(Versions.LowRisk).WithApproval("vera", daysAgo: 0).ToActive();
        var policy = Versions.PolicyOf(new() { Review = new(TimeSpan.FromDays(180)) });
        var due = Versions.Now.AddDays(180);

        RuleOutcome At(DateTimeOffset time) =>
            PolicyEvaluator.Evaluate(policy, facts with { At = time }).Rule("review").Outcome;

        Assert.Equal(RuleOutcome.NotMet, At(due));
        Assert.Equal(RuleOutcome.Met, At(due.AddTicks(-1)));
    }

    [Fact]
    public void Evaluate_ActivatedByTheReviewer_LeavesTheReviewsDateAsItWas()
    {
        var version = Versions.Create(Versions.LowRisk).WithApproval("vera");
        var policy = Versions.PolicyOf(
            new() { Review = new(TimeSpan.FromDays(180)), SeparationOfActivation = RuleMode.Enforce }
        );

        var late = PolicyEvaluator.Evaluate(policy, version.ToActive("vera") with { At = Versions.Now.AddDays(180) });

        Assert.Equal(RuleOutcome.NotMet, late.Rule("review").Outcome);
    }

    [Fact]
    public void Evaluate_SignatureWithoutOutputsOrInputs_IsNotMet()
    {
        var complete = Versions.Create();
        var signature = complete.Definition.Signature!;
        var policy = Versions.PolicyOf(new() { Requirements = [new(PolicyRequirement.Signature)] });
        foreach (var half in new[] { signature with { Outputs = [] }, signature with { Inputs = [] } })
        {
            var version = complete with { Definition = complete.Definition with { Signature = half } };
            Assert.False(PolicyEvaluator.Evaluate(policy, version.ToActive()).IsAllowed);
        }

        Assert.True(PolicyEvaluator.Evaluate(policy, complete.ToActive()).IsAllowed);
    }

    [Fact]
    public void Evaluate_StepThatNoMachineHas_IsJudged()
    {
        var facts = (Versions.Create(Versions.LowRisk) with { Stage = Stage.Draft }).To(Stage.Active);
        Assert.False(PolicyEvaluator.Evaluate(GovernancePolicy.Default, facts).IsAllowed);
    }

    [Fact]
    public void Evaluate_ReviewOverdue_RefusesReactivationAndNotANewReview()
    {
        var old = Versions.Complete();
        var late = old.ToActive() with { At = Versions.Now.AddDays(180) };
        var policy = Versions.PolicyOf(new() { Review = new(TimeSpan.FromDays(180)) });

        Assert.Equal("review", Assert.Single(PolicyEvaluator.Evaluate(policy, late).Unmet(RuleMode.Enforce)).Rule);
        Assert.True(
            PolicyEvaluator.Evaluate(policy, late with { From = Stage.Superseded, To = Stage.InReview }).IsAllowed
        );
        Assert.True(PolicyEvaluator.Evaluate(policy, late with { At = Versions.Now.AddDays(179) }).IsAllowed);
    }

    [Fact]
    public void Evaluate_EachRequirementLacking_IsNamed()
    {
        var bare = Versions.Create() with
        {
            Definition = new() { Artifacts = new([]) },
            Decisions = [],
        };
        var policy = Versions.PolicyOf(
            new() { Requirements = [.. Enum.GetValues<PolicyRequirement>().Select(item => new RequirementRule(item))] }
        );
        var none = new PolicyFacts(bare, Stage.Staged, Stage.Active, "oscar", Versions.Now);

        Assert.All(
            PolicyEvaluator.Evaluate(policy, none).Rules,
            rule => Assert.Equal(RuleOutcome.NotMet, rule.Outcome)
        );
        Assert.All(
            PolicyEvaluator.Evaluate(policy, Versions.Create(Versions.LowRisk).ToActive()).Rules,
            rule => Assert.Equal(RuleOutcome.Met, rule.Outcome)
        );
    }

    [Fact]
    public void PolicyFactsAndDecision_ReadBack_AreTheSame()
    {
        var facts = Versions.Complete().ToActive();
        var read = RegistryJson.Deserialize<PolicyFacts>(RegistryJson.Serialize(facts));
        Assert.Equal(RegistryJson.DigestOf(facts), RegistryJson.DigestOf(read));
        var decision = PolicyEvaluator.Evaluate(GovernancePolicy.Default, facts);
        Assert.Equal(
            RegistryJson.DigestOf(decision),
            RegistryJson.DigestOf(PolicyEvaluator.Evaluate(GovernancePolicy.Default, read))
        );
    }

    private static PolicyDecision Decide(ModelVersion version) =>
        PolicyEvaluator.Evaluate(GovernancePolicy.Default, version.ToActive());
}
