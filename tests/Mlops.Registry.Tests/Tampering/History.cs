using System.Text;
using Mlops.Evidence;
using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Retention;
using Mlops.Registry.Risk;
using Mlops.Registry.Runs;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Some sixty entries of many kinds, for an attacker to begin with.</summary>
internal static class History
{
    private static readonly RiskFactors _low = RiskFactors.Of(
        FactorLevel.Low,
        FactorLevel.Low,
        FactorLevel.Low,
        FactorLevel.Low
    );

    public static async Task WriteAsync(ModelRegistry registry)
    {
        var author = registry.As(new Principal("ada", [RegistryRole.Author]));
        var validator = registry.As(new Principal("vera", [RegistryRole.Validator]));
        var operating = registry.As(new Principal("otto", [RegistryRole.Operator]));
        var administrator = registry.As(new Principal("adam", [RegistryRole.Administrator]));
        var file = new ArtifactFile("model.bin", 7, ContentDigest.Of("weights"u8));
        var manager = registry.As(new Principal("maria", [RegistryRole.Author, RegistryRole.Administrator]));
        await administrator.AddPolicyAsync(GovernancePolicy.Observe, "To begin with.");
        foreach (var model in (string[])["credit", "fraud"])
        {
            await manager.CreateModelAsync(new ModelRegistration(model, $"Scores {model}.") { Policy = "observe" });
            await author.ChangeModelAsync(model, new ModelChange { Description = "More.", Reason = "It was short." });
            await author.RecordRunAsync(RunOf(model));
            await author.SetRiskRegisterAsync(model, new RiskRegister { Subject = model, Hazards = [] }, "None known.");
        }

        for (var number = 1; number <= 5; number++)
        {
            var version = await author.RegisterAsync(
                new VersionRegistration(number < 4 ? "credit" : "fraud", DefinitionOf(file, number))
                {
                    AsDraft = number == 5,
                }
            );
            if (number < 4)
            {
                await LiveAsync(author, validator, operating, version.Key);
            }
        }

        await administrator.SignCheckpointAsync();
        await author.ChangeDraftAsync(new("fraud", 2), DefinitionOf(file, 6), 1);
        await author.RequestReviewAsync(new("fraud", 1), "Please.");
        await validator.RejectAsync(new("fraud", 1), new RejectionRequest(RegistryRole.Validator, "T-9", "Not yet."));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            author.MoveAliasAsync("credit", "champion", 1, 3, "Mine.")
        );
        await operating.RollBackAsync("credit", new RollbackRequest("Complaints.") { Alias = "champion" });
        await administrator.SetRetentionAsync(
            new("credit", 1),
            [new RetentionPeriod(RetentionClass.Hipaa, null)],
            "The law."
        );
        await administrator.PlaceHoldAsync(new("credit", 1), "case-7", "Litigation.");
        await registry.As(new Principal("rita", [RegistryRole.Reader])).GetLatestAsync("credit");
        await registry.FlushAccessRecordsAsync();
    }

    private static async Task LiveAsync(
        IModelRegistry author,
        IModelRegistry validator,
        IModelRegistry operating,
        VersionKey key
    )
    {
        await author.AssessRiskAsync(key, _low, new RiskContext(), "First.");
        await author.AttachEvidenceAsync(
            key,
            new EvidenceAttachment(
                new EvidenceStatement(
                    "mlops.drift.report",
                    1,
                    ContentDigest.Of(Encoding.UTF8.GetBytes(key.ToString())),
                    [],
                    Verdict.Pass,
                    []
                )
            )
        );
        await author.RecordDecisionAsync(key, new DesignDecision(DecisionKind.Setting, "depth", "6", "Enough.", []));
        await author.RequestReviewAsync(key, "Please.");
        await validator.ApproveAsync(key, new ApprovalRequest(RegistryRole.Validator, $"T-{key.Number}"));
        await operating.TransitionAsync(key, new TransitionRequest(Stage.Staged, "Stage it."));
        await operating.TransitionAsync(key, new TransitionRequest(Stage.Active, "Go."));
        await operating.MoveAliasAsync(key.Model, "champion", key.Number, key.Number - 1, "It is better.");
    }

    private static VersionDefinition DefinitionOf(ArtifactFile file, int number) =>
        new()
        {
            Description = $"Number {number}.",
            Artifacts = ArtifactManifest.Create([file]),
            Tags = new Dictionary<string, string> { ["team"] = "risk" },
        };

    private static Run RunOf(string model) =>
        new()
        {
            Id = $"run-{model}",
            Model = model,
            StartedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            EndedAt = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
        };
}
