using Mlops.Registry.Approvals;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Tests.Policies;

namespace Mlops.Registry.Tests.Governance;

public class StandingEvaluatorTests
{
    [Fact]
    public void Evaluate_Complete_IsCompliantAndDueForReview()
    {
        var standing = Evaluate(Versions.Complete());

        Assert.Equal(ComplianceStatus.Compliant, standing.Compliance);
        Assert.Equal(BiasCheck.Passed, standing.BiasCheck);
        Assert.Equal(RiskTier.High, standing.Tier);
        Assert.Equal(Versions.Now.AddDays(179.5), standing.ReviewDue);
        Assert.True(standing.Decision.IsAllowed);
    }

    [Fact]
    public void Evaluate_ArtifactsNotLookedAt_AreLeftOutOfComplianceAlone()
    {
        var standing = Evaluate(Versions.Complete(), verified: null);
        Assert.Equal(ComplianceStatus.Compliant, standing.Compliance);
        Assert.False(standing.Decision.IsAllowed);
        Assert.Equal(ComplianceStatus.Incomplete, Evaluate(Versions.Complete(), verified: false).Compliance);
    }

    [Fact]
    public void Evaluate_NothingThere_IsIncompleteWithoutABiasCheck()
    {
        var standing = Evaluate(Versions.Create());
        Assert.Equal(ComplianceStatus.Incomplete, standing.Compliance);
        Assert.Equal(BiasCheck.Missing, standing.BiasCheck);
        Assert.Null(standing.Tier);
        Assert.Null(standing.ReviewDue);
    }

    [Fact]
    public void Evaluate_ObservedRulesUnmet_IsIncomplete() =>
        Assert.Equal(
            ComplianceStatus.Incomplete,
            StandingEvaluator.Evaluate(GovernancePolicy.Observe, Versions.Create(), Versions.Now, true, true).Compliance
        );

    [Fact]
    public void Evaluate_FailedEvidence_IsNonCompliant() =>
        Assert.Equal(
            ComplianceStatus.NonCompliant,
            Evaluate(Versions.Complete().WithEvidence("mlops.drift.report", Verdict.Fail, 0.1)).Compliance
        );

    [Fact]
    public void Evaluate_RejectedLast_IsNonCompliantUntilItIsRevoked()
    {
        var rejected = Versions.Complete().WithApproval("rob", "risk-officer", 0.1, ApprovalOutcome.Rejected);
        Assert.Equal(ComplianceStatus.NonCompliant, Evaluate(rejected).Compliance);
        Assert.Equal(ComplianceStatus.Compliant, Evaluate(rejected.WithRevokedApproval(3)).Compliance);
    }

    [Theory]
    [InlineData(Verdict.Pass, 1, BiasCheck.Passed)]
    [InlineData(Verdict.Pass, 91, BiasCheck.Stale)]
    [InlineData(Verdict.Inconclusive, 1, BiasCheck.Inconclusive)]
    [InlineData(Verdict.Fail, 1, BiasCheck.Failed)]
    [InlineData(Verdict.Fail, 400, BiasCheck.Failed)]
    public void Evaluate_FairnessEvidence_IsTheBiasCheck(Verdict verdict, double daysAgo, BiasCheck expected) =>
        Assert.Equal(
            expected,
            Evaluate(
                Versions.Create(Versions.HighRisk).WithEvidence("mlops.fairness.report", verdict, daysAgo)
            ).BiasCheck
        );

    [Fact]
    public void Evaluate_TwoKindsOfFairness_TheWorseSpeaks()
    {
        var version = Versions
            .Create(Versions.HighRisk)
            .WithEvidence("mlops.fairness.parity")
            .WithEvidence("mlops.fairness.calibration", Verdict.Inconclusive);
        Assert.Equal(BiasCheck.Inconclusive, Evaluate(version).BiasCheck);
        Assert.Equal(
            BiasCheck.Failed,
            Evaluate(version.WithEvidence("mlops.fairness.parity", Verdict.Fail, 0.1)).BiasCheck
        );
    }

    [Fact]
    public void Evaluate_KindThatThePolicyNamesAsFairness_Speaks()
    {
        var version = Versions.Create(Versions.HighRisk).WithEvidence("acme.bias-audit", Verdict.Fail);
        Assert.Equal(BiasCheck.Missing, Evaluate(version).BiasCheck);
        var policy = GovernancePolicy.Default with { FairnessKinds = ["mlops.fairness.*", "acme.bias-audit"] };
        Assert.Equal(BiasCheck.Failed, StandingEvaluator.Evaluate(policy, version, Versions.Now).BiasCheck);
    }

    [Fact]
    public void Evaluate_RegisteredAfterTheFact_IsDueFromWhenItWasInUse() =>
        Assert.Equal(
            Versions.Now.AddDays(-20),
            Evaluate(
                Versions.Create(Versions.HighRisk, Stage.Active) with
                {
                    Retroactive = new(Versions.Now.AddDays(-200), "It was there before the registry.", []),
                }
            ).ReviewDue
        );

    [Fact]
    public void Evaluate_ReviewOverdue_SaysSo()
    {
        var version = Versions
            .Create(Versions.HighRisk)
            .WithEvidence("mlops.drift.report")
            .WithEvidence("mlops.fairness.report")
            .WithApproval("vera", daysAgo: 200)
            .WithApproval("rob", "risk-officer", 190);
        var standing = Evaluate(version);
        Assert.Equal(Versions.Now.AddDays(-10), standing.ReviewDue);
        Assert.Equal(RuleOutcome.NotMet, standing.Decision.Rule("review").Outcome);
        Assert.Equal(ComplianceStatus.Incomplete, standing.Compliance);
    }

    [Fact]
    public void Evaluate_RejectedAndTheRejectionRevoked_IsNonCompliantUntilItIsReviewedAnew()
    {
        var version = Versions.Complete().WithApproval("rob", "risk-officer", 0.1, ApprovalOutcome.Rejected);
        var revoked = version.WithRevokedApproval(version.Approvals.Count);

        Assert.Equal(ComplianceStatus.NonCompliant, Evaluate(revoked with { Stage = Stage.Rejected }).Compliance);
        Assert.Equal(ComplianceStatus.Compliant, Evaluate(revoked with { Stage = Stage.InReview }).Compliance);
    }

    [Fact]
    public void VersionStanding_ReadBack_IsTheSame()
    {
        var standing = Evaluate(Versions.Complete());
        var read = RegistryJson.Deserialize<VersionStanding>(RegistryJson.Serialize(standing));
        Assert.Equal(RegistryJson.DigestOf(standing), RegistryJson.DigestOf(read));
        Assert.Equal(standing.Compliance, read.Compliance);
        Assert.Equal(standing.Approvals.Count, read.Approvals.Count);
    }

    private static VersionStanding Evaluate(ModelVersion version, bool? verified = true) =>
        StandingEvaluator.Evaluate(GovernancePolicy.Default, version, Versions.Now, verified, hasRiskRegister: true);
}
