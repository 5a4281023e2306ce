using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Models: their names, descriptions and risk registers.</summary>
public sealed class ModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateModelAsync_New_IsReadBackAndLogged()
    {
        await using var work = new Workplace();
        var registration = new ModelRegistration("credit", "Scores.")
        {
            Description = "Logistic.",
            Tags = new Dictionary<string, string> { ["team"] = "risk" },
        };

        var model = await work.Ada.CreateModelAsync(registration, Cancellation);

        Assert.Equal(("credit", "ada", "ada", 1L), (model.Name, model.Owner, model.CreatedBy, model.Revision));
        Assert.Equal("default", model.Policy);
        var read = await work.Ada.GetModelAsync("credit", Cancellation);
        Assert.Equal(model with { Tags = read.Tags }, read);
        Assert.Equal("risk", read.Tags["team"]);
        var entry = await work.LastEntryAsync();
        Assert.Equal(
            (AuditAction.ModelCreated, AuditOutcome.Done, "ada"),
            (entry.Action, entry.Outcome, entry.Principal)
        );
        Assert.Equal((0L, work.Clock.Now, "credit"), (entry.Index, entry.At, entry.Model));
        await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, entry);
    }

    [Theory]
    [InlineData("credit")]
    [InlineData("CREDIT")]
    public async Task CreateModelAsync_NameTakenInWhateverCase_IsRefused(string name)
    {
        await using var work = new Workplace();
        await work.CreateAsync("Credit");

        var exception = await work.FailsAsync<RegistryConflictException>(() => work.CreateAsync(name));

        Assert.Equal(
            "There is a model 'Credit' already; names that differ in case alone are not given twice.",
            exception.Message
        );
    }

    [Fact]
    public async Task CreateModelAsync_BadArguments_SayWhatWouldBeRight()
    {
        await using var work = new Workplace();

        var name = await work.FailsAsync<ArgumentException>(() => work.CreateAsync("a b"));
        await work.FailsAsync<ArgumentException>(() => work.Ada.CreateModelAsync(new("credit", " "), Cancellation));
        var max = work.Registry.As(new Principal("max", [RegistryRole.Author, RegistryRole.Administrator]));
        var policy = await work.FailsAsync<RegistryNotFoundException>(() =>
            max.CreateModelAsync(new("credit", "Use.") { Policy = "strict" }, Cancellation)
        );

        Assert.Contains("'a b' is not a model's name", name.Message, StringComparison.Ordinal);
        Assert.Equal("There is no policy 'strict'; add it before a model names it.", policy.Message);
    }

    [Fact]
    public async Task CreateModelAsync_UnderAnotherPolicyByAnAuthor_IsDenied()
    {
        await using var work = new Workplace();
        await work.Adam.AddPolicyAsync(GovernancePolicy.Observe, "adopt", Cancellation);

        var entry = await work.RefusedAsync<AccessDeniedException>(() =>
            work.Ada.CreateModelAsync(new("credit", "Use.") { Policy = "observe" }, Cancellation)
        );

        Assert.Contains("right ManagePolicy", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeModelAsync_WhatIsGiven_ChangesAndTheRestStays()
    {
        await using var work = new Workplace();
        var before = await work.CreateAsync();
        work.Clock.Advance(TimeSpan.FromHours(1));

        var after = await work.Ada.ChangeModelAsync(
            "credit",
            new()
            {
                Owner = "olga",
                Reason = "moved",
                ExpectedRevision = 1,
            },
            Cancellation
        );

        Assert.Equal(
            before with
            {
                Owner = "olga",
                UpdatedAt = work.Clock.Now,
                Revision = 2,
                Tags = after.Tags,
            },
            after
        );
        Assert.Equal("moved", (await work.LastEntryAsync()).Reason);
    }

    [Fact]
    public async Task ChangeModelAsync_ChangedSinceTheCallerSawIt_SaysWhoAndWhen()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        work.Clock.Advance(TimeSpan.FromHours(1));
        await work.RegisterAsync();
        var at = work.Clock.Now;
        work.Clock.Advance(TimeSpan.FromHours(1));

        var conflict = await work.FailsAsync<RegistryConflictException>(() =>
            work.Ada.ChangeModelAsync("credit", new() { Owner = "olga", ExpectedRevision = 1 }, Cancellation)
        );

        Assert.Equal(("ada", at, 2L), (conflict.ChangedBy, conflict.ChangedAt, conflict.ActualRevision));
        Assert.StartsWith(
            "Model 'credit' is at revision 2, and revision 1",
            conflict.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ChangeModelAsync_EmptyUseOrUnknownModel_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();

        await work.FailsAsync<ArgumentException>(() =>
            work.Ada.ChangeModelAsync("credit", new() { IntendedUse = "" }, Cancellation)
        );
        var missing = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.ChangeModelAsync("fraud", new() { Owner = "x" }, Cancellation)
        );

        Assert.Equal("There is no model 'fraud'.", missing.Message);
    }

    [Fact]
    public async Task ChangeModelAsync_Policy_TakesTheRightToManagePolicies()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.Adam.AddPolicyAsync(GovernancePolicy.Observe, "adopt", Cancellation);
        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Ada.ChangeModelAsync("credit", new() { Policy = "observe" }, Cancellation)
        );
        var max = work.Registry.As(new Principal("max", [RegistryRole.Author, RegistryRole.Administrator]));

        var changed = await max.ChangeModelAsync("credit", new() { Policy = "observe" }, Cancellation);

        Assert.Equal("observe", changed.Policy);
        Assert.Equal("observe", (await work.LastEntryAsync()).Details["policy"]);
    }

    [Fact]
    public async Task SearchModelsAsync_PagesAndFilters_FindEachOnce()
    {
        await using var work = new Workplace();
        for (var i = 0; i < 23; i++)
        {
            var tags = new Dictionary<string, string> { ["parity"] = i % 2 == 0 ? "even" : "odd" };
            var registration = new ModelRegistration($"m-{i:D2}", "Use.") { Tags = tags };
            await work.Ada.CreateModelAsync(registration, Cancellation);
        }

        await work.CreateAsync("other");
        var found = new List<string>();
        string? after = null;
        do
        {
            var filter = new ModelFilter
            {
                NamePrefix = "m-",
                Tags = new Dictionary<string, string> { ["parity"] = "odd" },
                Limit = 4,
                After = after,
            };
            var page = await work.Ada.SearchModelsAsync(filter, Cancellation);
            Assert.True(page.Items.Count <= 4);
            found.AddRange(page.Items.Select(model => model.Name));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(Enumerable.Range(0, 23).Where(i => i % 2 == 1).Select(i => $"m-{i:D2}"), found);
        Assert.Empty((await work.Ada.SearchModelsAsync(new() { Owner = "nobody" }, Cancellation)).Items);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            work.Ada.SearchModelsAsync(new() { Limit = 0 }, Cancellation)
        );
        var cursor = await Assert.ThrowsAsync<ArgumentException>(() =>
            work.Ada.SearchModelsAsync(new() { After = "nonsense" }, Cancellation)
        );
        Assert.Contains("'nonsense'", cursor.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetRiskRegisterAsync_Kept_IsReadBackAndLogged()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        Assert.Null(await work.Ada.GetRiskRegisterAsync("credit", Cancellation));
        var register = new RiskRegister
        {
            Subject = "credit",
            Hazards = [],
            OverallEvaluation = "none yet",
        };

        await work.Rita.SetRiskRegisterAsync("credit", register, "begun", Cancellation);

        var read = await work.Ada.GetRiskRegisterAsync("credit", Cancellation);
        Assert.Equal(register.Digest, read!.Digest);
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.RiskRegisterChanged, "begun"), (entry.Action, entry.Reason));
        await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, entry);
        await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Rita.SetRiskRegisterAsync("fraud", register, "begun", Cancellation)
        );
    }
}
