using Mlops.Registry.Approvals;
using Mlops.Registry.Governance;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Policies;

public class PolicyLawsTests
{
    private static readonly string[] Kinds = ["mlops.drift.report", "mlops.fairness.parity", "mlops.fairness.odds"];
    private static readonly string[] Roles = ["validator", "risk-officer", "ethics"];
    private static readonly string[] People = ["ann", "carl", "vera", "walt", "rob", "rita", "oscar"];

    [Fact]
    public void Evaluate_EvidenceThatPassesAdded_NeverRefusesWhatWasAllowed()
    {
        var allowed = 0;
        Draw.Hold(draw =>
        {
            var (policy, facts) = (DrawPolicy(draw), DrawFacts(draw));
            var more = facts with
            {
                Version = facts.Version.WithEvidence(draw.Of(Kinds), daysAgo: 0, subject: Versions.TrainingData),
            };
            if (!Allows(policy, facts))
            {
                return true;
            }

            allowed += DecidesOnApprovals(facts) ? 1 : 0;
            return Allows(policy, more);
        });
        // A law that never met an allowed step would say nothing.
        Assert.True(allowed > 50, $"{allowed} allowed");
    }

    [Fact]
    public void Evaluate_ApprovalAdded_NeverRefusesWhatWasAllowed()
    {
        var allowed = 0;
        Draw.Hold(draw =>
        {
            var (policy, facts) = (DrawPolicy(draw), DrawFacts(draw));
            var more = facts with
            {
                Version = facts.Version.WithApproval(
                    draw.Of(People[2..^1]),
                    draw.Of(Roles),
                    daysAgo: 0,
                    delegatedBy: draw.Next(3) == 0 ? draw.Of(People[2..^1]) : null
                ),
            };
            if (!Allows(policy, facts))
            {
                return true;
            }

            allowed += DecidesOnApprovals(facts) ? 1 : 0;
            return Allows(policy, more);
        });
        // A law that never met an allowed step would say nothing.
        Assert.True(allowed > 50, $"{allowed} allowed");
    }

    [Fact]
    public void Evaluate_ObservedOrWarned_NeverRefuses() =>
        Draw.Hold(draw =>
        {
            var (policy, facts) = (DrawPolicy(draw), DrawFacts(draw));
            return Allows(policy.WithMode(RuleMode.Observe), facts) && Allows(policy.WithMode(RuleMode.Warn), facts);
        });

    [Fact]
    public void WithMode_AllEnforced_AllowsNoMoreThanThePolicyItself() =>
        Draw.Hold(draw =>
        {
            var (policy, facts) = (DrawPolicy(draw), DrawFacts(draw));
            return !Allows(policy.WithMode(RuleMode.Enforce), facts) || Allows(policy, facts);
        });

    [Fact]
    public void Run_OnItsOwnDecisions_ChangesNothing() =>
        Draw.Hold(draw =>
        {
            var policy = DrawPolicy(draw);
            var past = Enumerable
                .Range(0, draw.Next(5))
                .Select(index => (Index: index, Facts: DrawFacts(draw)))
                .Select(step => new PastStep(step.Index, step.Facts, PolicyEvaluator.Evaluate(policy, step.Facts)))
                .ToArray();
            var run = PolicyDryRun.Run(policy, past);
            return run is { NewlyRefusedCount: 0, NewlyAllowedCount: 0 }
                && run.Steps.Count == past.Length
                && run.AllowedCount + run.RefusedCount == past.Length;
        });

    [Fact]
    public void Evaluate_AnyVersion_SaysOneThingForEachRuleWithAReason() =>
        Draw.Hold(draw =>
        {
            var (policy, facts) = (DrawPolicy(draw), DrawFacts(draw));
            var decision = PolicyEvaluator.Evaluate(policy, facts);
            var standing = StandingEvaluator.Evaluate(policy, facts.Version, facts.At);
            return decision.Rules.Select(rule => rule.Rule).Distinct().Count() == decision.Rules.Count
                && decision.Rules.All(rule =>
                    rule.Message.EndsWith('.') || rule.Message.Contains("prohibited", StringComparison.Ordinal)
                )
                && standing.Approvals.Count == facts.Version.Approvals.Count
                && standing.Approvals.All(item => item.Counts == (item.Reason.Length == 0));
        });

    [Fact]
    public void Evaluate_AtTheEndsOfTime_DoesNotThrow() =>
        Draw.Hold(draw =>
        {
            var (policy, facts) = (DrawPolicy(draw), DrawFacts(draw));
            foreach (var at in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
            {
                PolicyEvaluator.Evaluate(policy, facts with { At = at });
                StandingEvaluator.Evaluate(
                    policy,
                    facts.Version with
                    {
                        Retroactive = new(DateTimeOffset.MaxValue, "Unknown.", []),
                    },
                    at
                );
            }

            return true;
        });

    [Fact]
    public void Parse_AnyPolicyWritten_IsTheSame() =>
        Draw.Hold(draw =>
        {
            var policy = DrawPolicy(draw);
            return GovernancePolicy.Parse(policy.ToJson()).Digest == policy.Digest;
        });

    private static bool DecidesOnApprovals(PolicyFacts facts) =>
        facts.To is Stage.Approved or Stage.Staged or Stage.Active;

    private static bool Allows(GovernancePolicy policy, PolicyFacts facts) =>
        PolicyEvaluator.Evaluate(policy, facts).IsAllowed;

    private static GovernancePolicy DrawPolicy(Draw draw) =>
        new()
        {
            Name = "drawn",
            Low = DrawTier(draw),
            Moderate = DrawTier(draw),
            High = DrawTier(draw),
        };

    private static TierPolicy DrawTier(Draw draw) =>
        new()
        {
            Requirements =
            [
                .. Enum.GetValues<PolicyRequirement>()
                    .Where(_ => draw.Next(6) == 0)
                    .Select(item => new RequirementRule(item, Mode(draw))),
            ],
            Evidence =
            [
                .. Kinds
                    .Append("mlops.fairness.*")
                    .Where(_ => draw.Next(4) == 0)
                    .Select(kind => new EvidenceRule(kind, Mode(draw))
                    {
                        MaximumAge = draw.Next(2) == 0 ? TimeSpan.FromDays(1 + draw.Next(20)) : null,
                        IsBound = draw.Next(3) == 0,
                        Verdicts = draw.Next(3) == 0 ? [Verdict.Pass, Verdict.Inconclusive] : [Verdict.Pass],
                    }),
            ],
            Approvals =
            [
                .. Roles
                    .Where(_ => draw.Next(2) == 0)
                    .Select(role => new ApprovalRule(role, 1 + draw.Next(2), Mode(draw))),
            ],
            DistinctApprovers = draw.Next(3) > 0,
            SeparationOfDuties = draw.Next(2) == 0 ? Mode(draw) : null,
            SeparationOfActivation = draw.Next(2) == 0 ? Mode(draw) : null,
            ApprovalValidity = draw.Next(2) == 0 ? new(TimeSpan.FromDays(1 + draw.Next(20)), Mode(draw)) : null,
            Review = draw.Next(2) == 0 ? new(TimeSpan.FromDays(1 + draw.Next(20)), Mode(draw)) : null,
        };

    private static PolicyFacts DrawFacts(Draw draw)
    {
        RiskAssessment?[] risks = [null, Versions.LowRisk, Versions.HighRisk, Versions.Assess(FactorLevel.Medium)];
        var version = Versions.Create(draw.Of(risks));
        for (var left = draw.Next(9); left > 0; left--)
        {
            var daysAgo = draw.Next(30);
            version =
                draw.Next(2) == 0
                    ? version.WithEvidence(
                        draw.Of(Kinds),
                        draw.Next(4) > 0 ? Verdict.Pass : (Verdict)draw.Next(3),
                        daysAgo,
                        draw.Next(2) == 0 ? Versions.TrainingData : null,
                        draw.Next(8) == 0 ? "withdrawn" : null
                    )
                    : version.WithApproval(
                        draw.Of(People),
                        draw.Of(Roles),
                        daysAgo,
                        draw.Next(12) == 0 ? ApprovalOutcome.Rejected : ApprovalOutcome.Approved,
                        draw.Next(6) == 0 ? Versions.Now.AddDays(draw.Next(5) - 2) : null,
                        draw.Next(3) == 0 ? draw.Of(People) : null
                    );
        }

        if (version.Approvals.Count > 0 && draw.Next(4) == 0)
        {
            version = version.WithRevokedApproval(1 + draw.Next(version.Approvals.Count));
        }

        if (draw.Next(8) == 0)
        {
            version = version with { DefinitionDigest = Versions.DigestOf("altered") };
        }

        var (from, to) = draw.Of<(Stage, Stage)>([
            (Stage.Registered, Stage.InReview),
            (Stage.InReview, Stage.Approved),
            (Stage.Approved, Stage.Staged),
            (Stage.Staged, Stage.Active),
            (Stage.Superseded, Stage.Active),
            (Stage.Active, Stage.Suspended),
        ]);
        bool?[] answers = [true, true, false, null];
        return new(
            version with
            {
                Stage = from,
            },
            from,
            to,
            draw.Of(People),
            Versions.Now,
            draw.Of(answers),
            draw.Of(answers)
        );
    }

    private static RuleMode Mode(Draw draw) => (RuleMode)draw.Next(3);
}
