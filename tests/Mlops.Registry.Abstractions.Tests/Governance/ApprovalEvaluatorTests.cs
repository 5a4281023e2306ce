using Mlops.Registry.Approvals;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Tests.Policies;

namespace Mlops.Registry.Tests.Governance;

public class ApprovalEvaluatorTests
{
    private static readonly ModelVersion Approved = Versions
        .Create(Versions.HighRisk)
        .WithEvidence("mlops.drift.report")
        .WithApproval("vera");

    [Fact]
    public void Evaluate_Untouched_Counts()
    {
        var standing = Only(Approved);
        Assert.True(standing.Counts);
        Assert.Equal("", standing.Reason);
    }

    [Fact]
    public void Evaluate_ByTheAuthor_DoesNotCount() =>
        Refused(Versions.Create(Versions.HighRisk).WithApproval("ann"), "ann is the author");

    [Fact]
    public void Evaluate_ByAContributor_DoesNotCount() =>
        Refused(Versions.Create(Versions.HighRisk).WithApproval("carl"), "carl contributed to it");

    [Fact]
    public void Evaluate_InARoleThatTheAuthorDelegated_DoesNotCount() =>
        Refused(
            Versions.Create(Versions.HighRisk).WithApproval("vera", delegatedBy: "ann"),
            "ann, who delegated the role, is the author"
        );

    [Fact]
    public void Evaluate_Revoked_DoesNotCount() =>
        Refused(Approved.WithRevokedApproval(1), "rita revoked it at 2026-06-01 12:00:00 UTC: A mistake.");

    [Fact]
    public void Evaluate_ItsOwnEnd_DoesNotCountFromThatVeryTime()
    {
        var version = Versions.Create(Versions.HighRisk).WithApproval("vera", expiresAt: Versions.Now);
        Refused(version, "it expired at 2026-06-01 12:00:00 UTC");
        Assert.True(
            Assert
                .Single(ApprovalEvaluator.Evaluate(GovernancePolicy.Default, version, Versions.Now.AddTicks(-1)))
                .Counts
        );
    }

    [Fact]
    public void Evaluate_OlderThanThePolicyAllows_DoesNotCount()
    {
        var version = Versions.Create(Versions.HighRisk).WithApproval("vera", daysAgo: 365);
        Refused(version, "more than 365 days ago");
        Assert.True(
            Assert
                .Single(
                    ApprovalEvaluator.Evaluate(GovernancePolicy.Default.WithMode(RuleMode.Warn), version, Versions.Now)
                )
                .Counts
        );
    }

    [Fact]
    public void Evaluate_DefinitionChangedWithItsStoredDigest_DoesNotCount()
    {
        var definition = Approved.Definition with { Description = "Other." };
        Refused(
            Approved with
            {
                Definition = definition,
                DefinitionDigest = Mlops.Registry.Serialization.RegistryJson.DigestOf(definition),
            },
            "the definition changed"
        );
    }

    [Fact]
    public void Evaluate_DefinitionChangedBehindItsStoredDigest_DoesNotCount() =>
        Refused(
            Approved with
            {
                Definition = Approved.Definition with { Tags = new Dictionary<string, string> { ["a"] = "b" } },
            },
            "the definition changed"
        );

    [Fact]
    public void Evaluate_StoredDigestChangedAlone_DoesNotCount() =>
        Refused(Approved with { DefinitionDigest = Versions.DigestOf("x") }, "the definition changed");

    [Fact]
    public void Evaluate_DefinitionWithoutCanonicalForm_DoesNotCount() =>
        Refused(
            Approved with
            {
                Definition = Approved.Definition with { Signature = new([new("x", "double", [long.MaxValue])], []) },
            },
            "its digest is none"
        );

    [Fact]
    public void Evaluate_RiskAssessedAnew_DoesNotCount() =>
        Refused(Approved with { Risk = Versions.Assess(FactorLevel.Medium) }, "the risk assessment changed");

    [Fact]
    public void Evaluate_RiskAssessedAfterwards_DoesNotCount() =>
        Refused(
            Versions.Create().WithApproval("vera") with
            {
                Risk = Versions.LowRisk,
            },
            "the risk was assessed after it"
        );

    [Fact]
    public void Evaluate_EvidenceWithdrawn_DoesNotCount() =>
        Refused(
            Approved with
            {
                Evidence = [Approved.Evidence[0] with { Withdrawn = "wrong data" }],
            },
            "was withdrawn: wrong data"
        );

    [Fact]
    public void Evaluate_EvidenceGone_DoesNotCount() =>
        Refused(Approved with { Evidence = [] }, "is not attached any more");

    [Fact]
    public void Evaluate_LaterFailureOfAKindItRestedOn_DoesNotCountEvenAfterALaterPass()
    {
        var failed = Approved.WithEvidence("mlops.drift.report", Verdict.Fail, daysAgo: 0.2);
        Refused(failed, "later evidence of mlops.drift.report failed");
        Refused(failed.WithEvidence("mlops.drift.report", daysAgo: 0.1), "later evidence of mlops.drift.report failed");
    }

    [Fact]
    public void Evaluate_LaterFailureByASlowClock_DoesNotCount() =>
        Refused(Approved.WithEvidence("mlops.drift.report", Verdict.Fail, daysAgo: 0.6), "failed");

    [Fact]
    public void Evaluate_LaterFailureOfAnotherKindOrALaterPass_Counts()
    {
        Assert.True(Only(Approved.WithEvidence("mlops.metrics.report", Verdict.Fail, daysAgo: 0.1)).Counts);
        Assert.True(Only(Approved.WithEvidence("mlops.drift.report", daysAgo: 0.1)).Counts);
    }

    [Fact]
    public void Evaluate_LaterFailureThatWasWithdrawn_Counts() =>
        Assert.True(
            Only(
                Approved.WithEvidence("mlops.drift.report", Verdict.Fail, daysAgo: 0.1, withdrawn: "wrong data")
            ).Counts
        );

    [Fact]
    public void Evaluate_EvidenceWithdrawnAndAttachedAgain_Counts() =>
        Assert.True(
            Only(
                Approved with
                {
                    Evidence = [Approved.Evidence[0] with { Withdrawn = "wrong data" }, Approved.Evidence[0]],
                }
            ).Counts
        );

    [Fact]
    public void Evaluate_RejectedLater_DoesNotCountUnlessTheRejectionIsRevoked()
    {
        var rejected = Approved.WithApproval("rob", "risk-officer", 0.1, ApprovalOutcome.Rejected);

        var standings = ApprovalEvaluator.Evaluate(GovernancePolicy.Default, rejected, Versions.Now);

        Assert.Contains("rob rejected the version later", standings[0].Reason, StringComparison.Ordinal);
        Assert.Equal("it is a rejection", standings[1].Reason);
        Assert.True(
            ApprovalEvaluator
                .Evaluate(GovernancePolicy.Default, rejected.WithRevokedApproval(2), Versions.Now)[0]
                .Counts
        );
    }

    [Fact]
    public void Evaluate_RejectedBefore_Counts() =>
        Assert.True(
            ApprovalEvaluator
                .Evaluate(
                    GovernancePolicy.Default,
                    Versions
                        .Create(Versions.HighRisk)
                        .WithApproval("rob", "risk-officer", 2, ApprovalOutcome.Rejected)
                        .WithApproval("vera"),
                    Versions.Now
                )[1]
                .Counts
        );

    [Fact]
    public void Evaluate_ReviewedAgainUnderANewPolicy_StillCounts() =>
        Assert.True(
            Assert
                .Single(
                    ApprovalEvaluator.Evaluate(
                        GovernancePolicy.Default with
                        {
                            Version = 9,
                        },
                        Approved with
                        {
                            Review = new("ann", Versions.Now, "Again."),
                        },
                        Versions.Now
                    )
                )
                .Counts
        );

    [Theory]
    [InlineData("ann", null, RuleOutcome.NotMet)]
    [InlineData("carl", null, RuleOutcome.NotMet)]
    [InlineData("vera", "ann", RuleOutcome.NotMet)]
    [InlineData("vera", null, RuleOutcome.Met)]
    public void JudgeApprover_Person_IsJudgedBeforeTheyApprove(string approver, string? by, RuleOutcome outcome)
    {
        var result = ApprovalEvaluator.JudgeApprover(GovernancePolicy.Default, Versions.Create(), approver, by);
        Assert.Equal((outcome, RuleMode.Enforce), (result.Outcome, result.Mode));
    }

    [Fact]
    public void JudgeApprover_NoSuchRule_IsNotApplicable() =>
        Assert.Equal(
            RuleOutcome.NotApplicable,
            ApprovalEvaluator.JudgeApprover(Versions.PolicyOf(new()), Versions.Create(), "ann").Outcome
        );

    private static ApprovalStanding Only(ModelVersion version) =>
        Assert.Single(ApprovalEvaluator.Evaluate(GovernancePolicy.Default, version, Versions.Now));

    private static void Refused(ModelVersion version, string reason)
    {
        var standing = Only(version);
        Assert.False(standing.Counts);
        Assert.Contains(reason, standing.Reason, StringComparison.Ordinal);
    }
}
