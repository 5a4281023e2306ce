using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Random lives against a reference of stages, numbers and aliases; after each step the laws hold.</summary>
public sealed class RandomLifeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Arbitrary<Command[]> Lives { get; } =
        (
            from kind in Gen.Elements(Enum.GetValues<CommandKind>())
            from person in Gen.Frequency((3, Gen.Constant(6)), (2, Gen.Choose(0, 5)))
            from number in Gen.Choose(1, 4)
            from to in Gen.Frequency(
                (3, Gen.Elements(Stage.Staged, Stage.Active)),
                (1, Gen.Elements(Stage.Suspended, Stage.Registered, Stage.Retired, Stage.Approved, Stage.Draft))
            )
            from flag in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Command(kind, person, number, to, flag)
        )
            .ArrayOf(60)
            .ToArbitrary();

    [Fact]
    public void AnyLife_AfterEachStep_KeepsTheLaws() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(20260115, 7),
            Prop.ForAll(Lives, life => LiveAsync(life).GetAwaiter().GetResult())
        );

    private static async Task<bool> LiveAsync(Command[] life)
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var reference = new ReferenceRegistry();
        var entries = (long)(await work.RawEntriesAsync()).Count;
        var asked = false;
        foreach (var command in life)
        {
            work.Clock.Advance(TimeSpan.FromMinutes(1));
            var before = reference.Stages.ToDictionary();
            var (done, logged) = await DoAsync(work, reference, command);
            entries += logged;
            asked |= command is { Kind: CommandKind.Move, To: Stage.Active, Flag: true };

            Assert.Equal(entries, (await work.RawEntriesAsync()).Count);
            var versions = await work.Ada.SearchVersionsAsync(new() { Order = VersionOrder.Number }, Cancellation);
            Assert.Equal(reference.Stages.Count, versions.Items.Count);
            foreach (var version in versions.Items)
            {
                var stage = reference.Stages[version.Key.Number];
                Assert.True(stage == version.Stage, $"{version.Key} is {version.Stage}, not {stage}, after {command}");
                var was = before.GetValueOrDefault(version.Key.Number, stage);
                Assert.True(was == stage || (done && StageMachine.CanMove(was, stage)), $"{was} to {stage}");
            }

            Assert.True(asked || reference.Stages.Values.Count(stage => stage == Stage.Active) <= 1);
            await AssertLiveAsync(work, reference);
        }

        var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);
        Assert.Equal(LogStatus.RollbackNotExcluded, verification.Status);
        Assert.Empty(verification.Records);
        await AssertTenuresAsync(work, reference);
        return true;
    }

    private static async Task<(bool Done, int Logged)> DoAsync(
        Workplace work,
        ReferenceRegistry reference,
        Command command
    )
    {
        var person = ReferenceRegistry.People[command.Person];
        var caller = work.Registry.As(person);
        var key = new VersionKey(Workplace.Model, command.Number);
        try
        {
            switch (command.Kind)
            {
                case CommandKind.Wait:
                    work.Clock.Advance(TimeSpan.FromDays(command.Flag ? 300 : 1));
                    return (true, 0);
                case CommandKind.Register:
                    if (reference.Stages.Count == 4)
                    {
                        return (true, 0);
                    }

                    var version = await work.RegisterAsync(command.Flag ? "same" : $"{reference.Stages.Count}");
                    Assert.Equal(reference.Stages.Count + 1, version.Number);
                    reference.Stages[version.Number] = Stage.Registered;
                    return (true, 2);
                case CommandKind.Review:
                    await caller.RequestReviewAsync(key, "why", Cancellation);
                    reference.Stages[command.Number] = Stage.InReview;
                    break;
                case CommandKind.Approve:
                    var approved = await caller.ApproveAsync(key, new("validator", "T-1"), Cancellation);
                    Assert.NotEqual("ada", person.Id);
                    if (reference.Stages[command.Number] == Stage.InReview)
                    {
                        reference.Stages[command.Number] = Stage.Approved;
                    }

                    Assert.Equal(person.Id, approved.Approvals[^1].Approver);
                    break;
                case CommandKind.Reject:
                    await caller.RejectAsync(key, new("validator", "T-1", "no"), Cancellation);
                    reference.Stages[command.Number] = Stage.Rejected;
                    break;
                case CommandKind.Revoke:
                    await caller.RevokeApprovalAsync(key, 1, "why", Cancellation);
                    break;
                case CommandKind.Move:
                    var request = new TransitionRequest(command.To, "why") { KeepOthersActive = command.Flag };
                    var moved = await caller.TransitionAsync(key, request, Cancellation);
                    reference.Move(command.Number, command.To, command.Flag);
                    Assert.True(moved.Version.Stage == command.To);
                    break;
                case CommandKind.RollBack:
                    var back = await caller.RollBackAsync(Workplace.Model, new("why"), Cancellation);
                    Assert.Equal(Stage.Active, reference.Stages[back.From.Key.Number]);
                    Assert.Equal(Stage.Superseded, reference.Stages[back.To.Key.Number]);
                    reference.Stages[back.From.Key.Number] = Stage.RolledBack;
                    reference.Stages[back.To.Key.Number] = Stage.Active;
                    break;
                case CommandKind.MoveAlias:
                    var expected = command.Flag ? 99 : reference.AliasRevision;
                    var alias = await caller.MoveAliasAsync(
                        "credit",
                        "canary",
                        command.Number,
                        expected,
                        "why",
                        Cancellation
                    );
                    Assert.Equal(reference.AliasRevision + 1, alias.Revision);
                    reference.Point(command.Number, work.Clock.Now);
                    break;
                default:
                    await caller.RemoveAliasAsync("credit", "canary", reference.AliasRevision, "why", Cancellation);
                    Assert.NotEqual(0, reference.Alias);
                    reference.Point(0, work.Clock.Now);
                    break;
            }

            return (true, 1);
        }
        catch (Exception refusal)
            when (refusal is AccessDeniedException or PolicyRefusedException or InvalidTransitionException)
        {
            Assert.True(refusal is not AccessDeniedException || command.Person < 6, refusal.Message);
            return (false, 1);
        }
        catch (RegistryException)
        {
            return (false, 0);
        }
        catch (ArgumentException) when (command is { Kind: CommandKind.Move })
        {
            return (false, 0);
        }
    }

    private static async Task AssertLiveAsync(Workplace work, ReferenceRegistry reference)
    {
        var live = await work.Ada.WhatWasLiveAsync(Workplace.Model, work.Clock.Now, null, Cancellation);
        Assert.Equal(
            reference.Stages.Where(stage => stage.Value == Stage.Active).Select(stage => stage.Key).Order(),
            live.Select(tenure => tenure.Version.Number).Order()
        );
        var aliases = await work.Ada.ListAliasesAsync(Workplace.Model, Cancellation);
        Assert.Equal(reference.Alias, aliases.Count == 0 ? 0 : Assert.Single(aliases).Number);
    }

    // Whoever asks later what was live then is told what was told then.
    private static async Task AssertTenuresAsync(Workplace work, ReferenceRegistry reference)
    {
        foreach (var (at, number) in reference.Pointed)
        {
            var tenures = await work.Ada.WhatWasLiveAsync(Workplace.Model, at, "canary", Cancellation);
            Assert.Equal(number, tenures.Count == 0 ? 0 : Assert.Single(tenures).Version.Number);
        }
    }
}
