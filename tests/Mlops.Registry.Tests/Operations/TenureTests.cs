using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Operations;

/// <summary>What was live at a time.</summary>
public sealed class TenureTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasLiveAsync_AtTheBoundaries_FromCountsAndToDoesNot()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var first = await work.StagedAsync("one");
        work.Clock.Advance(TimeSpan.FromHours(1));
        var began = work.Clock.Now;
        var go = await work.Otto.TransitionAsync(first, new(Stage.Active, "go"), Cancellation);
        work.Clock.Advance(TimeSpan.FromHours(1));
        var second = await work.ActiveAsync("two");
        var changed = work.Clock.Now;
        work.Clock.Advance(TimeSpan.FromHours(1));
        var back = await work.Otto.RollBackAsync("credit", new("bad"), Cancellation);
        var ended = work.Clock.Now;

        Assert.Empty(await LiveAsync(work, began - Tick));
        Assert.Equal([first], await LiveAsync(work, began));
        Assert.Equal([first], await LiveAsync(work, changed - Tick));
        Assert.Equal([second], await LiveAsync(work, changed));
        Assert.Equal([second], await LiveAsync(work, ended - Tick));
        Assert.Equal([first], await LiveAsync(work, ended));
        Assert.Equal([first], await LiveAsync(work, began.ToOffset(TimeSpan.FromHours(5))));
        var tenure = Assert.Single(await work.Ada.WhatWasLiveAsync("credit", began, null, Cancellation));
        Assert.Equal((began, (DateTimeOffset?)changed, go.Entry), (tenure.From, tenure.To, tenure.FromEntry));
        var present = Assert.Single(await work.Ada.WhatWasLiveAsync("credit", ended, null, Cancellation));
        Assert.Equal((ended, null, back.Entry), (present.From, present.To, present.FromEntry));
    }

    [Fact]
    public async Task WhatWasLiveAsync_OfAnAlias_FollowsEveryMoveAndGap()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.RegisterAsync("one");
        await work.RegisterAsync("two");
        var times = new List<DateTimeOffset>();
        async Task StepAsync(Func<Task> step)
        {
            work.Clock.Advance(TimeSpan.FromHours(1));
            times.Add(work.Clock.Now);
            await step();
        }

        await StepAsync(() => work.Otto.MoveAliasAsync("credit", "canary", 1, 0, "a", Cancellation));
        await StepAsync(() => work.Otto.MoveAliasAsync("credit", "canary", 2, 1, "b", Cancellation));
        await StepAsync(() => work.Otto.RemoveAliasAsync("credit", "canary", 2, "c", Cancellation));
        await StepAsync(() => work.Otto.MoveAliasAsync("credit", "canary", 1, 3, "d", Cancellation));

        Assert.Empty(await LiveAsync(work, times[0] - Tick, "canary"));
        Assert.Equal("1", await NumbersAsync(work, times[0], "canary"));
        Assert.Equal("1", await NumbersAsync(work, times[1] - Tick, "canary"));
        Assert.Equal("2", await NumbersAsync(work, times[1], "canary"));
        Assert.Equal("2", await NumbersAsync(work, times[2] - Tick, "canary"));
        Assert.Equal("", await NumbersAsync(work, times[2], "canary"));
        Assert.Equal("1", await NumbersAsync(work, times[3], "canary"));
        Assert.Empty(await LiveAsync(work, times[3]));
        Assert.Empty(await LiveAsync(work, times[3], "other"));
    }

    [Fact]
    public async Task WhatWasLiveAsync_BadNames_AreNamed()
    {
        await using var work = new Workplace();
        await work.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => LiveAsync(work, work.Clock.Now, "#active"));
        await Assert.ThrowsAsync<RegistryNotFoundException>(() =>
            work.Ada.WhatWasLiveAsync("other", work.Clock.Now, null, Cancellation)
        );
    }

    [Fact]
    public async Task RegisterAsync_AfterTheFact_AssertsATenureAndListsTheGaps()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var since = new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.FromHours(2));

        var version = await work.Ada.RegisterAsync(Retroactive(since), Cancellation);

        Assert.Equal(since.ToUniversalTime(), version.Retroactive!.LiveSince);
        Assert.Equal(
            ["artifacts", "signature", "training-data", "code", "run", "risk", "evidence", "approval"],
            version.Retroactive.Gaps.Select(gap => gap.Code)
        );
        Assert.All(version.Retroactive.Gaps, gap => Assert.NotEmpty(gap.Message));
        Assert.Empty(await LiveAsync(work, since - Tick));
        var tenure = Assert.Single(await work.Ada.WhatWasLiveAsync("credit", since, null, Cancellation));
        Assert.True(tenure.Asserted);
        var entry = await work.LastEntryAsync();
        Assert.Equal(("found in use", tenure.FromEntry), (entry.Reason, entry.Index));
        Assert.Contains("artifacts", entry.Details["gaps"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransitionAsync_AnotherBecomesActive_EndsWhatWasAsserted()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var old = await work.Ada.RegisterAsync(Retroactive(work.Clock.Now.AddYears(-1)), Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(1));

        var key = await work.ActiveAsync("new");

        Assert.Equal([key], await LiveAsync(work, work.Clock.Now));
        Assert.Equal([old.Key], await LiveAsync(work, work.Clock.Now - Tick));
        var nothing = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", new("bad"), Cancellation)
        );
        Assert.Contains("no other version was active before", nothing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "reason", false, "It can't have been live since")]
    [InlineData(-1, " ", false, "needs a reason")]
    [InlineData(-1, "reason", true, "What has been live is no draft")]
    public async Task RegisterAsync_AfterTheFactButWrong_SaysWhy(int days, string reason, bool draft, string expected)
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var registration = Retroactive(work.Clock.Now.AddDays(days)) with { Reason = reason, AsDraft = draft };

        var exception = await work.FailsAsync<ArgumentException>(() =>
            work.Ada.RegisterAsync(registration, Cancellation)
        );

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransitionAsync_WhatWasAssertedIsRetired_EndsWhatWasAsserted()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var old = await work.Ada.RegisterAsync(Retroactive(work.Clock.Now.AddYears(-1)), Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(1));

        await work.Otto.TransitionAsync(old.Key, new(Stage.Retired, "away"), Cancellation);

        Assert.Empty(await LiveAsync(work, work.Clock.Now));
        Assert.Equal([old.Key], await LiveAsync(work, work.Clock.Now - Tick));
    }

    [Fact]
    public async Task RegisterAsync_AfterTheFactWithTestDataAlone_LacksTrainingData()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var registration = Retroactive(work.Clock.Now.AddYears(-1));
        var data = new DataSetReference("held out", "test", ContentDigest.Of("rows"u8));

        var version = await work.Ada.RegisterAsync(
            registration with
            {
                Definition = registration.Definition with { Lineage = new() { DataSets = [data] } },
            },
            Cancellation
        );

        Assert.Contains("training-data", version.Retroactive!.Gaps.Select(gap => gap.Code));
    }

    [Fact]
    public async Task MoveAliasAsync_ByAHostWhoseClockIsBehind_EndsNoTenureBeforeItBegan()
    {
        var work = new Workplace();
        var late = new ManualClock(work.Clock.Now.AddSeconds(-2));
        await using var behind = new ModelRegistry(work.Store, work.Options, work.Artifacts, late);
        await work.CreateAsync();
        await work.RegisterAsync("one");
        await work.RegisterAsync("two");
        await work.Otto.MoveAliasAsync("credit", "canary", 1, 0, "first", Cancellation);

        await behind.As(People.Otto).MoveAliasAsync("credit", "canary", 2, 1, "second", Cancellation);

        var tenures = (await work.RecordsAsync())
            .Where(record => record.Key.Kind == RecordKind.Tenure)
            .Select(record => RegistryJson.Deserialize<Tenure>(System.Text.Encoding.UTF8.GetBytes(record.Value.Text)));
        var ended = Assert.Single(tenures, tenure => tenure.To is not null);
        Assert.Equal(ended.From, ended.To);
    }

    [Fact]
    public async Task RollBackAsync_ByAHostWhoseClockIsBehind_EndsNoTenureBeforeItBegan()
    {
        var work = new Workplace();
        var late = new ManualClock(work.Clock.Now.AddSeconds(-2));
        await using var behind = new ModelRegistry(work.Store, work.Options, work.Artifacts, late);
        var first = await work.CreateActiveAsync("one");
        var second = await work.ActiveAsync("two");

        await behind.As(People.Otto).RollBackAsync("credit", new("bad"), Cancellation);

        Assert.DoesNotContain(second, await LiveAsync(work, work.Clock.Now));
        Assert.Equal([first], await LiveAsync(work, work.Clock.Now));
        var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);
        Assert.Equal(LogStatus.RollbackNotExcluded, verification.Status);
    }

    private static VersionRegistration Retroactive(DateTimeOffset since) =>
        new("credit", new() { Artifacts = ArtifactManifest.Create([]) }) { LiveSince = since, Reason = "found in use" };

    private static async Task<IReadOnlyList<VersionKey>> LiveAsync(
        Workplace work,
        DateTimeOffset at,
        string? alias = null
    )
    {
        var tenures = await work.Ada.WhatWasLiveAsync("credit", at, alias, Cancellation);
        return [.. tenures.Select(tenure => tenure.Version)];
    }

    private static async Task<string> NumbersAsync(Workplace work, DateTimeOffset at, string alias) =>
        string.Join(' ', (await LiveAsync(work, at, alias)).Select(key => key.Number));
}
