using System.Globalization;
using Mlops.Evidence;
using Mlops.Registry.Approvals;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Policies;

/// <summary>Versions and what stands behind them, for tests of the rules.</summary>
internal static class Versions
{
    internal static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    internal static ContentDigest TrainingData { get; } = DigestOf("training data");

    internal static RiskAssessment HighRisk { get; } = Assess(FactorLevel.High);

    internal static RiskAssessment LowRisk { get; } = Assess(FactorLevel.Low);

    internal static ContentDigest DigestOf(string text) => ContentDigest.Of(System.Text.Encoding.UTF8.GetBytes(text));

    internal static RiskAssessment Assess(FactorLevel level) =>
        RiskRule.Default.Assess(RiskFactors.Of(level, level, level, level));

    /// <summary>A version with everything but evidence and approvals.</summary>
    internal static ModelVersion Create(RiskAssessment? risk = null, Stage stage = Stage.InReview)
    {
        var definition = new VersionDefinition
        {
            Artifacts = ArtifactManifest.Create([new("model.bin", 3, DigestOf("model"))]),
            Signature = new([new("income", "double", [])], [new("score", "double", [])]),
            Lineage = new() { DataSets = [new("loans", "training", TrainingData)] },
        };
        return new()
        {
            Key = new("credit", 7),
            Definition = definition,
            DefinitionDigest = RegistryJson.DigestOf(definition),
            Stage = stage,
            Author = "ann",
            Contributors = ["carl"],
            CreatedAt = Now.AddDays(-30),
            UpdatedAt = Now,
            Risk = risk,
            Decisions = [new(DecisionKind.Algorithm, "model", "logistic regression", "It can be explained.", [])],
        };
    }

    internal static ModelVersion WithEvidence(
        this ModelVersion version,
        string kind,
        Verdict verdict = Verdict.Pass,
        double daysAgo = 1,
        ContentDigest? subject = null,
        string? withdrawn = null,
        double? madeDaysAgo = null
    )
    {
        var digest = DigestOf(string.Create(CultureInfo.InvariantCulture, $"{kind} {version.Evidence.Count}"));
        EvidenceSubject[] subjects = subject is { } named ? [new("reference", named)] : [];
        return version with
        {
            Evidence =
            [
                .. version.Evidence,
                new(
                    new EvidenceStatement(kind, 1, digest, subjects, verdict, []),
                    "ann",
                    Now.AddDays(-daysAgo),
                    madeDaysAgo is { } days ? Now.AddDays(-days) : null,
                    Withdrawn: withdrawn
                ),
            ],
        };
    }

    internal static ModelVersion WithApproval(
        this ModelVersion version,
        string approver,
        string role = "validator",
        double daysAgo = 0.5,
        ApprovalOutcome outcome = ApprovalOutcome.Approved,
        DateTimeOffset? expiresAt = null,
        string? delegatedBy = null
    ) =>
        version with
        {
            Approvals =
            [
                .. version.Approvals,
                new(
                    version.Approvals.Count + 1,
                    outcome,
                    approver,
                    role,
                    "GOV-1",
                    "",
                    Now.AddDays(-daysAgo),
                    expiresAt,
                    ApprovalBasis.Of(version, GovernancePolicy.Default),
                    delegatedBy is null ? null : "delegation-1",
                    DelegatedBy: delegatedBy
                ),
            ],
        };

    internal static ModelVersion WithRevokedApproval(this ModelVersion version, int id) =>
        version with
        {
            Approvals =
            [
                .. version.Approvals.Select(approval =>
                    approval.Id == id ? approval with { Revocation = new("rita", Now, "A mistake.") } : approval
                ),
            ],
        };

    internal static PolicyFacts To(this ModelVersion version, Stage to, string actor = "oscar") =>
        new(version, version.Stage, to, actor, Now, ArtifactsVerified: true, HasRiskRegister: true);

    internal static PolicyFacts ToActive(this ModelVersion version, string actor = "oscar") =>
        (version with { Stage = Stage.Staged }).To(Stage.Active, actor);

    /// <summary>A high-risk version that the default policy lets become active.</summary>
    internal static ModelVersion Complete() =>
        Create(HighRisk)
            .WithEvidence("mlops.drift.report")
            .WithEvidence("mlops.fairness.report")
            .WithApproval("vera")
            .WithApproval("rob", "risk-officer");

    /// <summary>A policy with one tier for all.</summary>
    internal static GovernancePolicy PolicyOf(TierPolicy tier) =>
        new()
        {
            Name = "test",
            Version = 3,
            Low = tier,
            Moderate = tier,
            High = tier,
        };

    internal static RuleResult Rule(this PolicyDecision decision, string id) =>
        Assert.Single(decision.Rules, rule => rule.Rule == id);
}
