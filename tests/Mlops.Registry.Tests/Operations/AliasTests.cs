using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Aliases are moved by compare-and-set.</summary>
public sealed class AliasTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MoveAliasAsync_TwoHostsFromOneRevision_OneWinsAndTheOtherIsToldWhoAndWhen()
    {
        var work = new Workplace();
        await using var other = new ModelRegistry(work.Store, work.Options, work.Artifacts, work.Clock);
        await work.CreateAsync();
        await work.RegisterAsync("one");
        await work.RegisterAsync("two");
        var first = await work.Otto.MoveAliasAsync("credit", "canary", 1, 0, "first", Cancellation);
        Assert.Equal(1, first.Revision);

        for (var round = 1L; round <= 20; round++)
        {
            work.Clock.Advance(TimeSpan.FromSeconds(1));
            var at = work.Clock.Now;
            var olga = other.As(new Principal("olga", [RegistryRole.Operator]));
            var moves = await Task.WhenAll(
                TryAsync(() => work.Otto.MoveAliasAsync("credit", "canary", 1, round, "mine", Cancellation)),
                TryAsync(() => olga.MoveAliasAsync("credit", "canary", 2, round, "mine", Cancellation))
            );

            var won = Assert.Single(moves, move => move.Moved is not null).Moved!;
            var lost = Assert.Single(moves, move => move.Conflict is not null).Conflict!;
            Assert.Equal(round + 1, won.Revision);
            Assert.Equal((won.MovedBy, at, won.Revision), (lost.ChangedBy, lost.ChangedAt, lost.ActualRevision));
            Assert.Contains(
                $"{won.MovedBy} moved it to version {won.Number} at",
                lost.Message,
                StringComparison.Ordinal
            );
            Assert.Equal(won, await work.Ada.GetAliasAsync("credit", "canary", Cancellation));
        }
    }

    [Fact]
    public async Task MoveAliasAsync_Moved_LeavesAnEntryOfBoth()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.RegisterAsync("one");
        await work.RegisterAsync("two");
        await work.Otto.MoveAliasAsync("credit", "canary", 1, 0, "first", Cancellation);

        await work.Otto.MoveAliasAsync("credit", "canary", 2, 1, "second", Cancellation);

        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.AliasMoved, "otto", "second"), (entry.Action, entry.Principal, entry.Reason));
        Assert.Equal(new VersionKey("credit", 2), entry.Version);
        Assert.Equal(
            ("canary", "1", "2"),
            (entry.Details["alias"], entry.Details["alias-from"], entry.Details["alias-to"])
        );
        await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, entry);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("latest")]
    [InlineData("LATEST")]
    [InlineData("v7")]
    [InlineData("a b")]
    [InlineData("a@b")]
    [InlineData("#active")]
    [InlineData("übung")]
    public async Task MoveAliasAsync_NotAnAlias_SaysWhatOneIs(string alias)
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.RegisterAsync();

        var exception = await work.FailsAsync<ArgumentException>(() =>
            work.Otto.MoveAliasAsync("credit", alias, 1, 0, "why", Cancellation)
        );

        Assert.Contains($"'{alias}' is not an alias: 1 to 64 letters", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("champion")]
    [InlineData("production")]
    public async Task MoveAliasAsync_Protected_TakesActiveVersionsAlone(string alias)
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.StagedAsync();

        var exception = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.MoveAliasAsync("credit", alias, 1, 0, "why", Cancellation)
        );
        Assert.Equal(
            $"Alias '{alias}' is protected and may point to active versions only; credit@1 is Staged.",
            exception.Message
        );
        await work.Otto.TransitionAsync(key, new(Stage.Active, "go"), Cancellation);

        Assert.Equal(1, (await work.Otto.MoveAliasAsync("credit", alias, 1, 0, "why", Cancellation)).Number);
    }

    [Fact]
    public async Task MoveAliasAsync_ProtectedToWhatWasActiveBefore_IsRefused()
    {
        await using var work = new Workplace();
        var superseded = await work.CreateActiveAsync("one");
        await work.ActiveAsync("two");

        var exception = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Otto.MoveAliasAsync("credit", "champion", superseded.Number, 0, "back", Cancellation)
        );

        Assert.EndsWith("credit@1 is Superseded.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoveAliasAsync_ToWhatIsDraftRejectedOrRetired_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var retired = await work.RegisterAsync("one");
        await work.Otto.TransitionAsync(retired, new(Stage.Retired, "away"), Cancellation);
        var rejected = await work.InReviewAsync("two");
        await work.Vera.RejectAsync(rejected, new("validator", "T-1", "no"), Cancellation);

        foreach (var key in new[] { retired, rejected })
        {
            var exception = await work.FailsAsync<InvalidTransitionException>(() =>
                work.Otto.MoveAliasAsync("credit", "canary", key.Number, 0, "why", Cancellation)
            );
            Assert.EndsWith(": no alias may point to it.", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MoveAliasAsync_NothingThere_SaysWhat()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.RegisterAsync();

        var version = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Otto.MoveAliasAsync("credit", "canary", 9, 0, "why", Cancellation)
        );
        var revision = await work.FailsAsync<RegistryConflictException>(() =>
            work.Otto.MoveAliasAsync("credit", "canary", 1, 4, "why", Cancellation)
        );
        var removal = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Otto.RemoveAliasAsync("credit", "canary", 1, "why", Cancellation)
        );

        Assert.Equal("There is no version credit@9.", version.Message);
        Assert.EndsWith("revision 4 was expected: pass 0 to make it.", revision.Message, StringComparison.Ordinal);
        Assert.Equal("Model 'credit' has no alias 'canary'.", removal.Message);
    }

    [Fact]
    public async Task RemoveAliasAsync_AndMadeAgain_RevisionGoesOn()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.RegisterAsync();
        await work.Otto.MoveAliasAsync("credit", "canary", 1, 0, "make", Cancellation);
        var early = await work.FailsAsync<RegistryConflictException>(() =>
            work.Otto.RemoveAliasAsync("credit", "canary", 7, "remove", Cancellation)
        );
        Assert.Equal(("otto", 1L), (early.ChangedBy, early.ActualRevision));

        await work.Otto.RemoveAliasAsync("credit", "canary", 1, "remove", Cancellation);

        await Assert.ThrowsAsync<RegistryNotFoundException>(() =>
            work.Ada.GetAliasAsync("credit", "canary", Cancellation)
        );
        await Assert.ThrowsAsync<RegistryNotFoundException>(() =>
            work.Ada.GetByAliasAsync("credit", "canary", Cancellation)
        );
        Assert.Empty(await work.Ada.ListAliasesAsync("credit", Cancellation));
        await work.FailsAsync<RegistryConflictException>(() =>
            work.Otto.MoveAliasAsync("credit", "canary", 1, 1, "stale", Cancellation)
        );
        var again = await work.Otto.MoveAliasAsync("credit", "canary", 1, 0, "again", Cancellation);
        Assert.Equal(3, again.Revision);
        Assert.Equal([again], await work.Ada.ListAliasesAsync("credit", Cancellation));
    }

    private static async Task<(ModelAlias? Moved, RegistryConflictException? Conflict)> TryAsync(
        Func<Task<ModelAlias>> move
    )
    {
        try
        {
            return (await Task.Run(move, Cancellation), null);
        }
        catch (RegistryConflictException conflict)
        {
            return (null, conflict);
        }
    }
}
