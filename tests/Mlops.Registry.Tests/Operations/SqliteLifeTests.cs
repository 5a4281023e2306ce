using Mlops.Registry.Access;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Storage.Sqlite;

namespace Mlops.Registry.Tests.Operations;

/// <summary>A life from registration to erasure, on the file that hosts use.</summary>
public sealed class SqliteLifeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-life-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Life_OnSqlite_GoesAsInMemoryAndSurvivesReopening()
    {
        var outside = new MemoryCheckpoints();
        var signer = EcdsaNoteSigner.Generate("mlops.local/registry");
        void Configure(ModelRegistryOptions options)
        {
            options.AccessRecording = AccessRecording.BeforeAnswer;
            options.Signers.Add(signer);
            options.CheckpointSinks.Add(outside);
            options.CheckpointSources.Add(outside);
        }

        await using (var work = Open(Configure))
        {
            var first = await work.CreateActiveAsync("one");
            await work.Otto.MoveAliasAsync("credit", "champion", 1, 0, "go", Cancellation);
            work.Clock.Advance(TimeSpan.FromHours(1));
            var second = await work.ActiveAsync("two");
            await work.RefusedAsync<AccessDeniedException>(() => work.Eve.GetModelAsync("credit", Cancellation));
            await work.RefusedAsync<PolicyRefusedException>(() =>
                work
                    .Registry.As(new Principal("ada", [RegistryRole.Validator]))
                    .ApproveAsync(second, new("validator", "T"), Cancellation)
            );
            await work.FailsAsync<RegistryConflictException>(() =>
                work.Otto.MoveAliasAsync("credit", "champion", 2, 0, "stale", Cancellation)
            );
            await work.Otto.MoveAliasAsync("credit", "champion", 2, 1, "better", Cancellation);
            await work.Adam.SignCheckpointAsync(Cancellation);
            work.Clock.Advance(TimeSpan.FromHours(1));
            var back = await work.Otto.RollBackAsync("credit", new("bad") { Alias = "champion" }, Cancellation);
            Assert.Equal((second, first), (back.From.Key, back.To.Key));
            await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, await work.LastEntryAsync());
        }

        await using (var work = Open(Configure))
        {
            Assert.Equal(1, (await work.Ada.GetByAliasAsync("credit", "champion", Cancellation)).Key.Number);
            var at = work.Clock.Now;
            Assert.Equal(1, Assert.Single(await LiveAsync(work, at)));
            Assert.Equal(2, Assert.Single(await LiveAsync(work, at.AddHours(1))));
            Assert.Equal(1, Assert.Single(await LiveAsync(work, at.AddHours(2))));
            var proof = await work.Audrey.ProveAsync(0, Cancellation);
            Assert.True(
                proof.TryVerify(proof.Extra.Span, "mlops.local/registry", [signer.VerifierKey.CreateVerifier()], out _)
            );
            var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);
            Assert.Equal(LogStatus.Verified, verification.Status);
            Assert.Empty(verification.Records);
            Assert.Equal(
                [Stage.RolledBack, Stage.Active],
                (
                    await work.Ada.SearchVersionsAsync(
                        new() { Order = Mlops.Registry.Models.VersionOrder.Number },
                        Cancellation
                    )
                ).Items.Select(version => version.Stage)
            );
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<IEnumerable<int>> LiveAsync(Workplace work, DateTimeOffset at) =>
        (await work.Ada.WhatWasLiveAsync("credit", at, null, Cancellation)).Select(tenure => tenure.Version.Number);

    private Workplace Open(Action<ModelRegistryOptions> configure) =>
        new(configure, new RelationalRegistryStore(SqliteDatabase.Open(Path.Combine(_folder.FullName, "registry.db"))));
}
