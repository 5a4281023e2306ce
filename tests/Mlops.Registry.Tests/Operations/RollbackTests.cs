using System.Text;
using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Back to the last version whose approval still stands.</summary>
public sealed class RollbackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RollBackAsync_WithAlias_MovesAllInOneEntry()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync("one");
        var second = await work.ActiveAsync("two");
        await work.Otto.MoveAliasAsync("credit", "champion", 2, 0, "go", Cancellation);
        work.Clock.Advance(TimeSpan.FromHours(3));

        var result = await work.Otto.RollBackAsync(
            "credit",
            new("scores jump") { Alias = "champion", Ticket = "INC-1" },
            Cancellation
        );

        Assert.Equal((second, Stage.RolledBack), (result.From.Key, result.From.Stage));
        Assert.Equal((first, Stage.Active, 2), (result.To.Key, result.To.Stage, result.To.Activations));
        Assert.Empty(result.PassedOver);
        Assert.Equal(1, (await work.Ada.GetAliasAsync("credit", "champion", Cancellation)).Number);
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.RolledBack, AuditOutcome.Done), (entry.Action, entry.Outcome));
        Assert.Equal(("scores jump", "INC-1"), (entry.Reason, entry.Ticket));
        Assert.Equal(("credit@2", "credit@1"), (entry.Details["from"], entry.Details["to"]));
        Assert.Equal(result.Entry, entry.Index);
        await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, entry);
        var stored = await work.GetAsync(first);
        Assert.Equal(stored.Revision, result.To.Revision);
    }

    [Fact]
    public async Task RollBackAsync_HistoryOfTheVersionThatWasLeft_HasIt()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync("one");
        var second = await work.ActiveAsync("two");
        await work.Otto.RollBackAsync("credit", new("bad"), Cancellation);

        foreach (var key in new[] { first, second })
        {
            var query = new HistoryQuery("credit") { Number = key.Number };
            var history = await work.Audrey.GetHistoryAsync(query, Cancellation);
            Assert.Equal(AuditAction.RolledBack, history.Items[0].Action);
        }
    }

    [Fact]
    public async Task RollBackAsync_EarlierOnesNotFit_PassesThemOverWithReasons()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var good = await work.ActiveAsync("good");
        var revoked = await work.ActiveAsync("revoked");
        var corrupt = await work.ActiveAsync("corrupt");
        var expired = await ActiveForADayAsync(work, "expired");
        var current = await work.ActiveAsync("current");
        await work.Rita.RevokeApprovalAsync(revoked, 1, "found", Cancellation);
        await work.Artifacts.DeleteAsync(ContentDigest.Of(Encoding.UTF8.GetBytes("corrupt")), Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(2));

        var result = await work.Otto.RollBackAsync("credit", new("bad"), Cancellation);

        Assert.Equal((current, good), (result.From.Key, result.To.Key));
        Assert.Equal(3, result.PassedOver.Count);
        Assert.StartsWith($"{expired}: ", result.PassedOver[0], StringComparison.Ordinal);
        Assert.Contains("it expired at", result.PassedOver[0], StringComparison.Ordinal);
        Assert.Equal($"{corrupt}: its stored artifacts do not match their digests.", result.PassedOver[1]);
        Assert.Contains("rita revoked it", result.PassedOver[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RollBackAsync_ManyWereActive_ReadsTheFilesOfTheOneThatItTakes()
    {
        var work = new Workplace();
        var artifacts = new WatchedArtifacts(work.Artifacts);
        await using var registry = new ModelRegistry(work.Store, work.Options, artifacts, work.Clock);
        await work.CreateAsync();
        foreach (var weights in new[] { "one", "two", "three", "four" })
        {
            await work.ActiveAsync(weights);
        }

        await registry.As(People.Otto).RollBackAsync("credit", new("bad"), Cancellation);

        Assert.Equal([ContentDigest.Of("three"u8).ToString()], artifacts.Verified);
    }

    [Fact]
    public async Task RollBackAsync_NoneStands_SaysWhyForEach()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync("one");
        var alone = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", new("bad"), Cancellation)
        );
        Assert.Contains(
            "no other version was active before. Suspend it instead.",
            alone.Message,
            StringComparison.Ordinal
        );
        await work.ActiveAsync("two");
        await work.Rita.RevokeApprovalAsync(first, 1, "found", Cancellation);

        var none = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", new("bad"), Cancellation)
        );

        Assert.Contains(
            "There is nothing to roll credit@2 back to. credit@1: ",
            none.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RollBackAsync_NoneOrSeveralActive_SaysSo()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var none = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", new("bad"), Cancellation)
        );
        Assert.Contains("No version of 'credit' is active", none.Message, StringComparison.Ordinal);
        await work.ActiveAsync("one");
        await work.ActiveAsync("two", keepOthers: true);

        var several = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", new("bad"), Cancellation)
        );

        Assert.Contains("credit@2, credit@1", several.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RollBackAsync_FromASuspendedVersion_DoesNotMakeASecondOneActive()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync("one");
        var second = await work.ActiveAsync("two");
        await work.Otto.TransitionAsync(second, new(Stage.Suspended, "stop"), Cancellation);
        var third = await work.ActiveAsync("three");
        var request = new RollbackRequest("bad") { FromNumber = 2 };

        var refused = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", request, Cancellation)
        );
        Assert.Contains("credit@2 is suspended, and credit@3 is active", refused.Message, StringComparison.Ordinal);
        await work.Otto.TransitionAsync(third, new(Stage.Retired, "away"), Cancellation);
        var result = await work.Otto.RollBackAsync("credit", request, Cancellation);

        Assert.Equal((second, first), (result.From.Key, result.To.Key));
    }

    [Fact]
    public async Task RollBackAsync_SuspendedAndResumedOften_StillFindsTheOneBefore()
    {
        await using var work = new Workplace();
        var first = await work.CreateActiveAsync("one");
        var second = await work.ActiveAsync("two");
        for (var i = 0; i < 120; i++)
        {
            work.Clock.Advance(TimeSpan.FromMinutes(1));
            await work.Otto.TransitionAsync(second, new(Stage.Suspended, "stop"), Cancellation);
            await work.Otto.TransitionAsync(second, new(Stage.Active, "go"), Cancellation);
        }

        var result = await work.Otto.RollBackAsync("credit", new("bad"), Cancellation);

        Assert.Equal(first, result.To.Key);
    }

    [Fact]
    public async Task RollBackAsync_EarlierOneProhibitedSince_PassesItOver()
    {
        await using var work = new Workplace();
        await work.Adam.AddPolicyAsync(
            new()
            {
                Name = "default",
                Low = new(),
                Moderate = new(),
                High = new(),
            },
            "no rules",
            Cancellation
        );
        var first = await work.CreateActiveAsync("one");
        await work.ActiveAsync("two");
        var context = new Risk.RiskContext { ProhibitedPractices = [Risk.ProhibitedPractice.SocialScoring] };
        await work.Ada.AssessRiskAsync(first, Workplace.Low, context, "looked again", Cancellation);

        var none = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.RollBackAsync("credit", new("bad"), Cancellation)
        );

        Assert.Contains("credit@1: its use is prohibited", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveAsync_WhatWasRolledBack_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateActiveAsync("one");
        var second = await work.ActiveAsync("two");
        await work.Otto.RollBackAsync("credit", new("bad"), Cancellation);

        await work.FailsAsync<InvalidTransitionException>(() =>
            work.Vera.ApproveAsync(second, new(RegistryRole.Validator, "T-2"), Cancellation)
        );
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("#active")]
    [InlineData("")]
    public async Task RollBackAsync_NotAnAlias_IsRefused(string alias)
    {
        await using var work = new Workplace();
        await work.CreateActiveAsync("one");
        await work.ActiveAsync("two");

        await work.FailsAsync<ArgumentException>(() =>
            work.Otto.RollBackAsync("credit", new("bad") { Alias = alias }, Cancellation)
        );
    }

    private static async Task<VersionKey> ActiveForADayAsync(Workplace work, string weights)
    {
        var key = await work.InReviewAsync(weights);
        var request = new ApprovalRequest(RegistryRole.Validator, "T-1") { ValidFor = TimeSpan.FromDays(1) };
        await work.Vera.ApproveAsync(key, request, Cancellation);
        await work.Otto.TransitionAsync(key, new(Stage.Staged, "stage"), Cancellation);
        await work.Otto.TransitionAsync(key, new(Stage.Active, "go"), Cancellation);
        return key;
    }
}
