using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Steps between stages.</summary>
public sealed class TransitionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task TransitionAsync_EveryPairOfStages_GoesAsTheMachineSays(Stage from)
    {
        await using var work = new Workplace();
        await work.Adam.AddPolicyAsync(GovernancePolicy.Observe with { Name = "default" }, "adopt", Cancellation);
        await work.CreateAsync();
        var everyone = work.Registry.As(
            new Principal("max", [RegistryRole.Author, RegistryRole.Validator, RegistryRole.Operator])
        );
        foreach (var to in Enum.GetValues<Stage>())
        {
            var key = await work.RegisterAsync($"{from} to {to}");
            await PutAtAsync(work, key, from);
            var step = StageMachine.Find(from, to);
            Task<TransitionResult> Move() => everyone.TransitionAsync(key, new(to, "why"), Cancellation);

            if (step is { Operation: StageOperation.Transition })
            {
                var result = await Move();
                Assert.Equal(to, result.Version.Stage);
                Assert.Equal(step.IsJudged, result.Decision is not null);
                var entry = await work.LastEntryAsync();
                Assert.Equal(result.Entry, entry.Index);
                if (step.IsJudged)
                {
                    Assert.Equal((from.ToString(), to.ToString()), (entry.Details["from"], entry.Details["to"]));
                }
            }
            else
            {
                var exception = await work.FailsAsync<InvalidTransitionException>(Move);
                Assert.Contains($"{key} is {from}", exception.Message, StringComparison.Ordinal);
                foreach (var next in StageMachine.Next(from).Where(_ => step is null))
                {
                    Assert.Contains(next.ToString(), exception.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task TransitionAsync_ToActive_SupersedesTheOthersInOneEntry()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync();
        var second = await work.StagedAsync("two");
        work.Clock.Advance(TimeSpan.FromHours(1));

        var result = await work.Otto.TransitionAsync(
            second,
            new(Stage.Active, "better") { Ticket = "CHG-7" },
            Cancellation
        );

        Assert.Equal([first], result.Superseded);
        Assert.Equal(Stage.Superseded, (await work.GetAsync(first)).Stage);
        var entry = await work.LastEntryAsync();
        Assert.Equal(("better", "CHG-7", "otto"), (entry.Reason, entry.Ticket, entry.Principal));
        Assert.Equal(first.ToString(), entry.Details["superseded"]);
        Assert.Equal(true, entry.Facts!.ArtifactsVerified);
        Assert.Equal(4, entry.Changes.Count);
        await AssertChangesAreWhatIsStoredAsync(work, entry);
    }

    [Fact]
    public async Task TransitionAsync_KeepOthersActive_KeepsThem()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync();

        var second = await work.ActiveAsync("two", keepOthers: true);

        var live = await work.Ada.WhatWasLiveAsync("credit", work.Clock.Now, null, Cancellation);
        Assert.Equal([second, first], live.Select(tenure => tenure.Version).OrderByDescending(key => key.Number));
    }

    [Fact]
    public async Task TransitionAsync_ToSuspended_NeedsNoApprovalAndNoRightToTransition()
    {
        await using var work = new Workplace();
        var key = await work.CreateActiveAsync();
        await work.Rita.RevokeApprovalAsync(key, 1, "found a fault", Cancellation);

        var result = await work.Rita.TransitionAsync(key, new(Stage.Suspended, "stop"), Cancellation);

        Assert.Equal(Stage.Suspended, result.Version.Stage);
        Assert.Null(result.Decision);
        Assert.Empty(await work.Ada.WhatWasLiveAsync("credit", work.Clock.Now, null, Cancellation));
        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Rita.TransitionAsync(key, new(Stage.Active, "go"), Cancellation)
        );
        await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Otto.TransitionAsync(key, new(Stage.Active, "go"), Cancellation)
        );
    }

    [Fact]
    public async Task TransitionAsync_ToRetiredByAnAuthor_GoesForDraftsAlone()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var registered = await work.RegisterAsync();
        var definition = new VersionDefinition { Artifacts = ArtifactManifest.Create([]) };
        var draft = await work.Ada.RegisterAsync(new("credit", definition) { AsDraft = true }, Cancellation);

        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Ada.TransitionAsync(registered, new(Stage.Retired, "away"), Cancellation)
        );
        await work.Ada.TransitionAsync(draft.Key, new(Stage.Retired, "away"), Cancellation);
    }

    [Fact]
    public async Task TransitionAsync_ChangedSinceTheCallerSawIt_SaysWhoAndWhen()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();
        var seen = (await work.GetAsync(key)).Revision;
        await work.Otto.TransitionAsync(key, new(Stage.Approved, "back"), Cancellation);

        var conflict = await work.FailsAsync<RegistryConflictException>(() =>
            work.Otto.TransitionAsync(key, new(Stage.Retired, "away") { ExpectedRevision = seen }, Cancellation)
        );

        Assert.Equal(("otto", seen + 1), (conflict.ChangedBy, conflict.ActualRevision));
        Assert.Equal(work.Clock.Now, conflict.ChangedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TransitionAsync_FileMissingOrAltered_IsRefused(bool altered)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-artifacts-");
        try
        {
            var artifacts = new FileArtifactStore(folder.FullName);
            var work = new Workplace();
            await using var registry = new ModelRegistry(work.Store, work.Options, artifacts, work.Clock);
            await work.CreateAsync();
            var key = await work.StagedAsync("weights");
            var file = await artifacts.WriteAsync("model.bin", new MemoryStream("weights"u8.ToArray()), Cancellation);
            var path = Assert.Single(folder.GetDirectories("sha256")[0].GetFiles("*", SearchOption.AllDirectories));
            path.IsReadOnly = false;
            path.Delete();
            if (altered)
            {
                await File.WriteAllBytesAsync(path.FullName, "weighty"u8.ToArray(), Cancellation);
            }

            var entry = await work.RefusedAsync<PolicyRefusedException>(() =>
                registry.As(People.Otto).TransitionAsync(key, new(Stage.Active, "go"), Cancellation)
            );

            Assert.Equal((await work.GetAsync(key)).Definition.Artifacts.Files[0].Digest, file.Digest);
            Assert.Contains("requirement.artifacts-verified", entry.Reason, StringComparison.Ordinal);
            Assert.Equal(false, entry.Facts!.ArtifactsVerified);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task TransitionAsync_WithoutTheRight_NoFileIsRead()
    {
        var work = new Workplace();
        var artifacts = new WatchedArtifacts(work.Artifacts);
        await using var registry = new ModelRegistry(work.Store, work.Options, artifacts, work.Clock);
        await work.CreateAsync();
        var key = await work.StagedAsync();
        foreach (var who in new[] { People.Eve, People.Ada, People.Rita })
        {
            var caller = registry.As(who);
            await Assert.ThrowsAsync<AccessDeniedException>(() =>
                caller.TransitionAsync(key, new(Stage.Active, "go"), Cancellation)
            );
            await Assert.ThrowsAsync<AccessDeniedException>(() =>
                caller.RollBackAsync("credit", new("bad"), Cancellation)
            );
        }

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            registry.As(People.Eve).CheckAsync(key, Stage.Active, Cancellation)
        );

        Assert.Empty(artifacts.Verified);
    }

    [Fact]
    public async Task TransitionAsync_PolicyChangedBetweenReadAndCommit_TheNewOneJudges()
    {
        var work = new Workplace();
        var artifacts = new WatchedArtifacts(work.Artifacts);
        await using var registry = new ModelRegistry(work.Store, work.Options, artifacts, work.Clock);
        await work.CreateAsync();
        var key = await work.StagedAsync();
        var strict = GovernancePolicy.Default with
        {
            Low = GovernancePolicy.Default.Low with { Approvals = [new(RegistryRole.RiskOfficer)] },
        };
        artifacts.WhileVerifying = () => work.Adam.AddPolicyAsync(strict, "stricter", Cancellation);

        var refusal = await Assert.ThrowsAsync<PolicyRefusedException>(() =>
            registry.As(People.Otto).TransitionAsync(key, new(Stage.Active, "go"), Cancellation)
        );

        Assert.Equal("default@1", refusal.Decision!.Policy);
        Assert.Contains("approvals.risk-officer", refusal.Message, StringComparison.Ordinal);
    }

    internal static async Task AssertChangesAreWhatIsStoredAsync(Workplace work, AuditEntry entry)
    {
        var records = await work.RecordsAsync();
        foreach (var change in entry.Changes)
        {
            var (revision, text) = records[new(change.Kind, change.Id)];
            Assert.Equal(revision, change.Revision);
            Assert.Equal(Mlops.Serialization.ContentDigest.Of(System.Text.Encoding.UTF8.GetBytes(text)), change.Digest);
        }
    }

    // Where the machine can't get to quickly, the record is put there: the step from it is what is looked at.
    private static Task PutAtAsync(Workplace work, VersionKey key, Stage stage) =>
        work.TamperAsync(
            new(RecordKind.Version, key.ToString()),
            text =>
            {
                var version = RegistryJson.Deserialize<ModelVersion>(System.Text.Encoding.UTF8.GetBytes(text));
                return System.Text.Encoding.UTF8.GetString(RegistryJson.Serialize(version with { Stage = stage }));
            }
        );
}
