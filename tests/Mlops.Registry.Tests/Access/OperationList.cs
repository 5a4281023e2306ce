using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Runs;
using Mlops.Registry.Stages;
using Mlops.Registry.Tests.Operations;
using static Mlops.Registry.Access.RegistryRight;

namespace Mlops.Registry.Tests.Access;

/// <summary>Every operation of <see cref="IModelRegistry"/>.</summary>
internal static class OperationList
{
    private static readonly VersionKey Key = new(Workplace.Model, 1);

    private static readonly VersionDefinition Definition = new() { Artifacts = ArtifactManifest.Create([]) };

    private static readonly Run Run = new()
    {
        Id = "run-1",
        Model = Workplace.Model,
        StartedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        EndedAt = new(2026, 1, 1, 1, 0, 0, TimeSpan.Zero),
    };

    private static IEnumerable<RegistryRight> Rights(Stage to) =>
        StageMachine
            .Steps.Where(step => step.To == to)
            .Select(step => step.Right)
            .DefaultIfEmpty(Transition)
            .Distinct();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("CreateModelAsync", r => r.CreateModelAsync(new("other", "Use."), Cancellation), ManageModels),
        new("ChangeModelAsync", r => r.ChangeModelAsync("credit", new() { Owner = "x" }, Cancellation), ManageModels),
        new("GetModelAsync", r => r.GetModelAsync("credit", Cancellation), Read),
        new("SearchModelsAsync", r => r.SearchModelsAsync(new(), Cancellation), Read),
        new(
            "SetRiskRegisterAsync",
            r => r.SetRiskRegisterAsync("credit", new() { Subject = "credit", Hazards = [] }, "why", Cancellation),
            AssessRisk
        ),
        new("GetRiskRegisterAsync", r => r.GetRiskRegisterAsync("credit", Cancellation), Read),
        new("RegisterAsync", r => r.RegisterAsync(new("credit", Definition), Cancellation), Register),
        new("ChangeDraftAsync", r => r.ChangeDraftAsync(Key, Definition, 1, Cancellation), Register),
        new("GetVersionAsync", r => r.GetVersionAsync(Key, Cancellation), Read),
        new("GetLatestAsync", r => r.GetLatestAsync("credit", Cancellation), Read),
        new("SearchVersionsAsync", r => r.SearchVersionsAsync(new(), Cancellation), Read),
        new(
            "AttachEvidenceAsync",
            r => r.AttachEvidenceAsync(Key, new(Workplace.Statement("e")), Cancellation),
            AttachEvidence
        ),
        new(
            "WithdrawEvidenceAsync",
            r => r.WithdrawEvidenceAsync(Key, Workplace.Statement("e").Digest, "why", Cancellation),
            AttachEvidence
        ),
        new(
            "RecordDecisionAsync",
            r => r.RecordDecisionAsync(Key, new(DecisionKind.Data, "rows", "all", "few", []), Cancellation),
            AttachEvidence
        ),
        new(
            "AssessRiskAsync",
            r => r.AssessRiskAsync(Key, Workplace.Low, new RiskContext(), "why", Cancellation),
            AssessRisk
        ),
        new(
            "AssessMaterialityAsync",
            r =>
                r.AssessMaterialityAsync(
                    Key,
                    new(FactorLevel.Low),
                    new(FactorLevel.Low),
                    new RiskContext(),
                    "why",
                    Cancellation
                ),
            AssessRisk
        ),
        new("ListDelegationsAsync", r => r.ListDelegationsAsync(null, 50, null, Cancellation), Read),
        new("FindAliasAsync", r => r.FindAliasAsync("credit", "canary", Cancellation), Read),
        new("GetStandingAsync", r => r.GetStandingAsync(Key, cancellationToken: Cancellation), Read),
        new("RecordRunAsync", r => r.RecordRunAsync(Run, Cancellation), Register),
        new("GetRunAsync", r => r.GetRunAsync("run-1", Cancellation), Read),
        new("ListRunsAsync", r => r.ListRunsAsync("credit", 50, null, Cancellation), Read),
        new("RequestReviewAsync", r => r.RequestReviewAsync(Key, "why", Cancellation), RequestReview),
        new("ApproveAsync", r => r.ApproveAsync(Key, new("validator", "T-1"), Cancellation), Approve),
        new("RejectAsync", r => r.RejectAsync(Key, new("validator", "T-1", "why"), Cancellation), Approve),
        new("RevokeApprovalAsync", r => r.RevokeApprovalAsync(Key, 1, "why", Cancellation), RevokeApproval),
        new(
            "DelegateAsync",
            r => r.DelegateAsync(new("vic", "validator", DateTimeOffset.MaxValue, "why"), Cancellation),
            RegistryRight.Delegate
        ),
        new("RevokeDelegationAsync", r => r.RevokeDelegationAsync("delegation-1", "why", Cancellation), RevokeApproval),
        .. Enum.GetValues<Stage>()
            .Except([Stage.InReview, Stage.Rejected, Stage.RolledBack, Stage.Superseded])
            .Select(stage => new Operation(
                $"TransitionAsync to {stage}",
                r => r.TransitionAsync(Key, new(stage, "why"), Cancellation),
                [.. Rights(stage)]
            )),
        new("CheckAsync", r => r.CheckAsync(Key, Stage.Active, Cancellation), Read),
        new("RollBackAsync", r => r.RollBackAsync("credit", new("why"), Cancellation), RollBack),
        new("MoveAliasAsync", r => r.MoveAliasAsync("credit", "canary", 1, 0, "why", Cancellation), MoveAlias),
        new("RemoveAliasAsync", r => r.RemoveAliasAsync("credit", "canary", 1, "why", Cancellation), MoveAlias),
        new("GetAliasAsync", r => r.GetAliasAsync("credit", "canary", Cancellation), Read),
        new("ListAliasesAsync", r => r.ListAliasesAsync("credit", Cancellation), Read),
        new("GetByAliasAsync", r => r.GetByAliasAsync("credit", "canary", Cancellation), Read),
        new("WhatWasLiveAsync", r => r.WhatWasLiveAsync("credit", DateTimeOffset.UnixEpoch, null, Cancellation), Read),
        new("AddPolicyAsync", r => r.AddPolicyAsync(GovernancePolicy.Observe, "why", Cancellation), ManagePolicy),
        new("GetPolicyAsync", r => r.GetPolicyAsync("default", null, Cancellation), Read),
        new("TryPolicyAsync", r => r.TryPolicyAsync(GovernancePolicy.Observe, null, null, Cancellation), ReadAudit),
        new("SetRetentionAsync", r => r.SetRetentionAsync(Key, [], "why", Cancellation), ManageRetention),
        new("PlaceHoldAsync", r => r.PlaceHoldAsync(Key, "M-1", "why", Cancellation), ManageRetention),
        new("ReleaseHoldAsync", r => r.ReleaseHoldAsync(Key, "M-1", "why", Cancellation), ManageRetention),
        new("EraseAsync", r => r.EraseAsync(Key, "why", Cancellation), Erase),
        new("GetHistoryAsync", r => r.GetHistoryAsync(new("credit"), Cancellation), ReadAudit),
        new("GetEntryAsync", r => r.GetEntryAsync(0, Cancellation), ReadAudit),
        new("ProveAsync", r => r.ProveAsync(0, Cancellation), ReadAudit),
        new("ProveConsistencyAsync", r => r.ProveConsistencyAsync(1, null, Cancellation), ReadAudit),
        new("SignCheckpointAsync", r => r.SignCheckpointAsync(Cancellation), SignCheckpoint),
        new("VerifyAsync", r => r.VerifyAsync(null, null, Cancellation), ReadAudit),
    ];
}
