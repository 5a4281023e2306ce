using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;
using Mlops.Registry.Tests.Operations;

namespace Mlops.Registry.Tests.Governance;

/// <summary>Policies: kept in versions, assigned to models, tried on the past.</summary>
public sealed class PolicyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddPolicyAsync_Twice_NumbersAndKeepsBoth()
    {
        await using var work = new Workplace();
        var first = await work.Adam.AddPolicyAsync(
            GovernancePolicy.Observe with
            {
                Version = 40,
            },
            "adopt",
            Cancellation
        );

        var second = await work.Adam.AddPolicyAsync(
            GovernancePolicy.Observe with
            {
                Description = "later",
            },
            "more",
            Cancellation
        );

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal("later", (await work.Ada.GetPolicyAsync("observe", null, Cancellation)).Description);
        Assert.Equal(first.Digest, (await work.Ada.GetPolicyAsync("observe", 1, Cancellation)).Digest);
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.PolicyAdded, "more"), (entry.Action, entry.Reason));
        Assert.Equal("observe@2", entry.Details["policy"]);
        await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, entry);
    }

    [Fact]
    public async Task GetPolicyAsync_Unknown_SaysWhich()
    {
        await using var work = new Workplace();
        await work.Adam.AddPolicyAsync(GovernancePolicy.Observe, "adopt", Cancellation);

        var name = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.GetPolicyAsync("strict", null, Cancellation)
        );
        var version = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.GetPolicyAsync("observe", 2, Cancellation)
        );
        await work.FailsAsync<ArgumentException>(() => work.Ada.GetPolicyAsync("", null, Cancellation));

        Assert.Equal("There is no policy 'strict'; add it before a model names it.", name.Message);
        Assert.Equal("There is no version 2 of policy 'observe'.", version.Message);
        Assert.Equal(GovernancePolicy.Default, await work.Ada.GetPolicyAsync("default", 0, Cancellation));
        Assert.Equal(GovernancePolicy.Default, await work.Ada.GetPolicyAsync("default", null, Cancellation));
    }

    [Fact]
    public async Task TryPolicyAsync_OnThePast_JudgesTheFactsInTheLogAndChangesNothing()
    {
        await using var work = new Workplace();
        await work.CreateAsync("other");
        await work.CreateAsync();
        await work.RegisterAsync(model: "other");
        await work.ActiveAsync("one");
        var middle = work.Clock.Now.AddDays(1);
        work.Clock.Advance(TimeSpan.FromDays(2));
        var second = await work.StagedAsync("two");
        var revoked = await work.Rita.RevokeApprovalAsync(second, 1, "found", Cancellation);
        await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Otto.TransitionAsync(second, new(Stage.Active, "go"), Cancellation)
        );
        var strict = GovernancePolicy.Default with
        {
            Name = "strict",
            Low = GovernancePolicy.Default.Low with { Approvals = [new(RegistryRole.RiskOfficer)] },
        };
        var size = (await work.RawEntriesAsync()).Count;

        var run = await work.Audrey.TryPolicyAsync(strict, "credit", null, Cancellation);

        Assert.Equal(size, (await work.RawEntriesAsync()).Count);
        // Each version: review, approval, staged; the first became active, the second was refused.
        Assert.Equal(8, run.Steps.Count);
        Assert.Equal([true, true, true, true, true, true, true, false], run.Steps.Select(step => step.WasAllowed));
        Assert.Equal(5, run.NewlyRefusedCount);
        var lenient = await work.Audrey.TryPolicyAsync(GovernancePolicy.Observe, null, middle, Cancellation);
        Assert.Equal((4, 1, 0), (lenient.Steps.Count, lenient.NewlyAllowedCount, lenient.NewlyRefusedCount));
        Assert.NotNull(revoked);
        Assert.Empty((await work.Audrey.TryPolicyAsync(strict, "other", null, Cancellation)).Steps);
    }

    [Fact]
    public async Task TryPolicyAsync_ApprovalRefusedForSeparation_IsAmongTheSteps()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var author = work.Registry.As(new Principal("ada", [RegistryRole.Validator]));
        await work.RefusedAsync<PolicyRefusedException>(() =>
            author.ApproveAsync(key, new("validator", "T"), Cancellation)
        );
        var lax = GovernancePolicy.Default with
        {
            Low = GovernancePolicy.Default.Low with { SeparationOfDuties = null },
        };

        var run = await work.Audrey.TryPolicyAsync(lax, null, null, Cancellation);

        Assert.True(run.Steps[^1].IsNewlyAllowed);
    }

    [Fact]
    public async Task CheckAsync_SaysWhatActivationWouldTake_AndTakesNoStep()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();
        var size = (await work.RawEntriesAsync()).Count;

        Assert.True((await work.Ada.CheckAsync(key, Stage.Active, Cancellation)).IsAllowed);
        await work.Artifacts.DeleteAsync((await work.GetAsync(key)).Definition.Artifacts.Files[0].Digest, Cancellation);
        var decision = await work.Ada.CheckAsync(key, Stage.Active, Cancellation);

        Assert.Equal(["requirement.artifacts-verified"], decision.Unmet(RuleMode.Enforce).Select(rule => rule.Rule));
        Assert.Equal(size, (await work.RawEntriesAsync()).Count);
        await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.CheckAsync(new("credit", 9), Stage.Active, Cancellation)
        );
    }
}
