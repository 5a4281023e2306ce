using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Registry.Tests.Operations;

namespace Mlops.Registry.Tests.Governance;

/// <summary>An approval counts only as long as what it rests on is as it was.</summary>
public sealed class ApprovalStandingTests
{
    private static readonly ApprovalRequest Request = new(RegistryRole.Validator, "T-9") { Comment = "looks fine" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TransitionAsync_ApprovalExpired_RefusesActivation()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();
        work.Clock.Advance(TimeSpan.FromDays(730) - TimeSpan.FromTicks(1));
        Assert.True((await work.Otto.CheckAsync(key, Stage.Active, Cancellation)).IsAllowed);
        work.Clock.Advance(TimeSpan.FromTicks(1));

        await AssertNotActivatedAsync(work, key, "it expired at");
    }

    [Fact]
    public async Task TransitionAsync_ApprovalRevoked_RefusesActivation()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();
        await work.Rita.RevokeApprovalAsync(key, 1, "secret reason", Cancellation);

        var entry = await AssertNotActivatedAsync(work, key, "rita revoked it at");

        Assert.DoesNotContain("secret reason", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransitionAsync_DefinitionAlteredInTheStore_RefusesActivation()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();
        await work.TamperAsync(
            new(RecordKind.Version, key.ToString()),
            text => text.Replace("\"description\":\"\"", "\"description\":\"other\"", StringComparison.Ordinal)
        );
        Assert.Equal("other", (await work.GetAsync(key)).Definition.Description);

        await AssertNotActivatedAsync(work, key, "the definition changed");
    }

    [Fact]
    public async Task TransitionAsync_RiskAssessedAnew_RefusesActivation()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();
        var factors = Workplace.Low with { ModelComplexity = new(FactorLevel.Low, "simpler still") };
        await work.Ada.AssessRiskAsync(key, factors, new RiskContext(), "again", Cancellation);

        await AssertNotActivatedAsync(work, key, "the risk assessment changed after it");
    }

    [Fact]
    public async Task TransitionAsync_LaterEvidenceFails_RefusesActivation()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        await work.Ada.AttachEvidenceAsync(key, new(Workplace.Statement("good")), Cancellation);
        await work.Ada.RequestReviewAsync(key, "please", Cancellation);
        await work.Vera.ApproveAsync(key, Request, Cancellation);
        await work.Otto.TransitionAsync(key, new(Stage.Staged, "stage"), Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(1));
        await work.Vera.AttachEvidenceAsync(key, new(Workplace.Statement("bad", Verdict.Fail)), Cancellation);

        await AssertNotActivatedAsync(work, key, "later evidence of mlops.drift.report failed");
    }

    [Fact]
    public async Task TransitionAsync_EvidenceWithdrawn_RefusesActivationWithoutItsWords()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        var statement = Workplace.Statement("good");
        await work.Ada.AttachEvidenceAsync(key, new(statement), Cancellation);
        await work.Ada.RequestReviewAsync(key, "please", Cancellation);
        await work.Vera.ApproveAsync(key, Request, Cancellation);
        await work.Otto.TransitionAsync(key, new(Stage.Staged, "stage"), Cancellation);
        await work.Ada.WithdrawEvidenceAsync(key, statement.Digest, "made on Jane's data", Cancellation);

        var entry = await AssertNotActivatedAsync(work, key, "that it rests on was withdrawn");

        Assert.DoesNotContain("Jane", entry.Reason, StringComparison.Ordinal);
    }

    private static async Task<AuditEntry> AssertNotActivatedAsync(Workplace work, VersionKey key, string reason)
    {
        var entry = await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Otto.TransitionAsync(key, new(Stage.Active, "go"), Cancellation)
        );
        Assert.Equal((AuditAction.Transitioned, AuditOutcome.Refused), (entry.Action, entry.Outcome));
        Assert.Contains(reason, entry.Reason, StringComparison.Ordinal);
        Assert.False(entry.Decision!.IsAllowed);
        Assert.Equal(key, entry.Facts!.Version.Key);
        Assert.Equal(Stage.Staged, (await work.GetAsync(key)).Stage);
        return entry;
    }
}
