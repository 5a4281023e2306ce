using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Runs;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Operations;

public class AlongTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TransitionAsync_WithAnAlias_MovesItInTheSameEntry()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var version = await work.StagedAsync("one");
        Assert.Null(await work.Otto.FindAliasAsync("credit", "champion", Cancellation));

        var result = await work.Otto.TransitionAsync(
            version,
            new(Stage.Active, "go") { Alias = "champion" },
            Cancellation
        );

        var alias = await work.Otto.FindAliasAsync("credit", "champion", Cancellation);
        Assert.Equal((version.Number, 1L), (alias!.Number, alias.Revision));
        var entry = await work.Audrey.GetEntryAsync(result.Entry, Cancellation);
        Assert.Equal(("champion", "0"), (entry.Details["alias"], entry.Details["alias-from"]));
    }

    [Fact]
    public async Task TransitionAsync_WithAnAliasToAnotherStage_SaysWhereItBelongs()
    {
        await using var work = new Workplace();
        var version = await work.CreateActiveAsync();

        var fault = await work.FailsAsync<ArgumentException>(() =>
            work.Otto.TransitionAsync(version, new(Stage.Suspended, "stop") { Alias = "champion" }, Cancellation)
        );

        Assert.Contains("a step to Active alone, not to Suspended", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransitionAsync_WithAnAliasByWhoMayNotMoveAliases_TakesNoStep()
    {
        await using var work = new Workplace(options =>
            options.Access = new(
                new Dictionary<string, IReadOnlyCollection<RegistryRight>>
                {
                    [RegistryRole.Author] = [.. Enum.GetValues<RegistryRight>()],
                    [RegistryRole.Validator] = [RegistryRight.Approve],
                    [RegistryRole.Operator] = [RegistryRight.Read, RegistryRight.Transition],
                }
            )
        );
        await work.CreateAsync();
        var version = await work.StagedAsync();

        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Otto.TransitionAsync(version, new(Stage.Active, "go") { Alias = "champion" }, Cancellation)
        );
        await work.Otto.TransitionAsync(version, new(Stage.Active, "go"), Cancellation);
    }

    [Fact]
    public async Task ChangeModelAsync_PolicyAmongOthers_TakesTheRightOnPoliciesToo()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.Adam.AddPolicyAsync(Policies.GovernancePolicy.Observe, "first day", Cancellation);

        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Ada.ChangeModelAsync("credit", new() { Policy = "observe", Owner = "ada" }, Cancellation)
        );
    }

    [Fact]
    public async Task AnyAddition_ToWhatIsRetired_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        await work.Otto.TransitionAsync(key, new(Stage.Retired, "away"), Cancellation);
        var decision = new DesignDecision(DecisionKind.Data, "rows", "all", "few", []);

        await work.FailsAsync<InvalidTransitionException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(Workplace.Statement("x")), Cancellation)
        );
        await work.FailsAsync<InvalidTransitionException>(() =>
            work.Ada.RecordDecisionAsync(key, decision, Cancellation)
        );
        await work.FailsAsync<InvalidTransitionException>(() =>
            work.Ada.AssessRiskAsync(key, Workplace.Low, new(), "again", Cancellation)
        );
    }

    [Fact]
    public async Task ChangeDraftAsync_NamesARunThatIsNotThere_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var empty = new VersionDefinition { Artifacts = ArtifactManifest.Create([]) };
        var draft = await work.Ada.RegisterAsync(new("credit", empty) { AsDraft = true }, Cancellation);

        var exception = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.ChangeDraftAsync(draft.Key, empty with { Run = "run-9" }, 1, Cancellation)
        );

        Assert.Contains("'run-9'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListDelegationsAsync_ToSomebody_TellsTheirs()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var end = work.Clock.Now.AddDays(7);
        var vera = work.Registry.As(new Principal("vera", [RegistryRole.Validator]));
        var given = await vera.DelegateAsync(new("vic", RegistryRole.Validator, end, "holiday"), Cancellation);
        await vera.DelegateAsync(new("val", RegistryRole.Validator, end, "holiday"), Cancellation);

        var page = await work.Audrey.ListDelegationsAsync("vic", cancellationToken: Cancellation);

        Assert.Equal([given], page.Items);
        Assert.Equal(2, (await work.Audrey.ListDelegationsAsync(cancellationToken: Cancellation)).Items.Count);
    }

    [Fact]
    public async Task GetHistoryAsync_OfReads_TellsWhoReadTheModel()
    {
        await using var work = new Workplace(options => options.AccessRecording = AccessRecording.Batched);
        await work.CreateAsync();
        await work.Ada.GetModelAsync("credit", Cancellation);
        await work.Ada.SearchModelsAsync(new(), Cancellation);
        await work.Otto.GetModelAsync("credit", Cancellation);
        await work.Registry.FlushAccessRecordsAsync(Cancellation);

        var page = await work.Audrey.GetHistoryAsync(new("credit") { Actions = [AuditAction.Read] }, Cancellation);

        var entry = Assert.Single(page.Items);
        Assert.Equal(
            [("ada", "get-model", "credit"), ("otto", "get-model", "credit")],
            entry.Reads.Select(read => (read.Principal, read.Operation, read.Subject))
        );
    }

    [Fact]
    public async Task ChangeModelAsync_PolicyAlone_TakesTheRightOnPoliciesAlone()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var adam = work.Registry.As(new Principal("adam", [RegistryRole.Administrator]));
        await adam.AddPolicyAsync(Policies.GovernancePolicy.Observe, "first day", Cancellation);

        var changed = await adam.ChangeModelAsync("credit", new() { Policy = "observe" }, Cancellation);

        Assert.Equal("observe", changed.Policy);
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            adam.ChangeModelAsync("credit", new() { Policy = "default", Description = "x" }, Cancellation)
        );
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData((1L << 53) + 1)]
    [InlineData(0L)]
    public async Task RecordRunAsync_AnySeed_ComesBackAsItWas(long seed)
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var run = new Run
        {
            Id = "run-1",
            Model = "credit",
            StartedAt = work.Clock.Now,
            EndedAt = work.Clock.Now,
            Seed = seed,
            Metrics = new Dictionary<string, IReadOnlyList<MetricPoint>>
            {
                ["loss"] = [new(0, double.NaN), new(long.MaxValue, 0.1)],
            },
        };

        await work.Ada.RecordRunAsync(run, Cancellation);

        var read = await work.Ada.GetRunAsync("run-1", Cancellation);
        Assert.Equal(seed, read.Seed);
        Assert.Equal(run.Metrics["loss"], read.Metrics["loss"]);
    }
}
