using Microsoft.Data.Sqlite;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Every row and every column of the audit table, a byte at a time.</summary>
/// <remarks>Every 13th byte of each entry, another one in each row; all of them with <c>MLOPS_TEST_EXHAUSTIVE=1</c>.</remarks>
public sealed class FlippedByteTests(SqliteScenes scenes) : IClassFixture<SqliteScenes>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Stride => Environment.GetEnvironmentVariable("MLOPS_TEST_EXHAUSTIVE") == "1" ? 1 : 13;

    [Fact]
    public async Task Verify_AByteOfAnEntryFlipped_NamesTheEntry()
    {
        var scene = scenes.NewScene();
        await using var registry = scene.Open();
        var verifier = Scene.Verifier(registry);
        await scene.AttackAsync(async attacker =>
        {
            foreach (var (index, entry, _) in await attacker.EntriesAsync())
            {
                for (var at = (int)index % Stride; at < entry.Length; at += Stride)
                {
                    await attacker.SetEntryAsync(index, LogTamperingTests.Flipped(entry, at));
                    LogTamperingTests.Named(
                        await verifier.VerifyAsync(cancellationToken: Stop),
                        index,
                        LogFault.LeafHashMismatch
                    );
                }

                await attacker.SetEntryAsync(index, entry[..^1]);
                LogTamperingTests.Named(
                    await verifier.VerifyAsync(cancellationToken: Stop),
                    index,
                    LogFault.LeafHashMismatch
                );
                await attacker.SetEntryAsync(index, []);
                LogTamperingTests.Named(
                    await verifier.VerifyAsync(cancellationToken: Stop),
                    index,
                    LogFault.LeafHashMismatch
                );
                await attacker.SetEntryAsync(index, entry);
            }
        });
        Assert.Equal(LogStatus.RollbackNotExcluded, (await verifier.VerifyAsync(cancellationToken: Stop)).Status);
    }

    [Fact]
    public async Task Verify_AByteOfALeafHashFlipped_NamesTheEntry()
    {
        var scene = scenes.NewScene();
        await using var registry = scene.Open();
        var verifier = Scene.Verifier(registry);
        await scene.AttackAsync(async attacker =>
        {
            foreach (var (index, _, leaf) in await attacker.EntriesAsync())
            {
                for (var at = (int)index % Stride; at < leaf.Length; at += Stride)
                {
                    await attacker.SetLeafAsync(index, LogTamperingTests.Flipped(leaf, at));
                    LogTamperingTests.Named(
                        await verifier.VerifyAsync(cancellationToken: Stop),
                        index,
                        LogFault.LeafHashMismatch
                    );
                }

                await attacker.SetLeafAsync(index, leaf[..^1]);
                LogTamperingTests.Named(
                    await verifier.VerifyAsync(cancellationToken: Stop),
                    index,
                    LogFault.LeafHashMismatch
                );
                await attacker.SetLeafAsync(index, leaf);
            }
        });
        Assert.Equal(LogStatus.RollbackNotExcluded, (await verifier.VerifyAsync(cancellationToken: Stop)).Status);
    }

    [Fact]
    public async Task Verify_ABitOfAnIndexFlipped_NamesTheEntryThatIsGone()
    {
        const string Move = "UPDATE mlops_audit SET idx = @to WHERE idx = @idx";
        var scene = scenes.NewScene();
        await using var registry = scene.Open();
        var verifier = Scene.Verifier(registry);
        await scene.AttackAsync(async attacker =>
        {
            var entries = await attacker.EntriesAsync();
            foreach (var index in entries.Select(row => row.Index))
            {
                for (var bit = 0; bit < 64; bit += Stride == 1 ? 1 : 7)
                {
                    var moved = index ^ (1L << bit);
                    try
                    {
                        await attacker.DoAsync(Move, ("idx", index), ("to", moved));
                    }
                    catch (SqliteException exception) when (exception.SqliteErrorCode == 19 && moved < entries.Count)
                    {
                        // The table itself has no two rows of one index.
                        continue;
                    }

                    LogTamperingTests.Named(
                        await verifier.VerifyAsync(cancellationToken: Stop),
                        index,
                        LogFault.MissingEntry,
                        LogFault.EntryBeyondHead
                    );
                    await attacker.DoAsync(Move, ("idx", moved), ("to", index));
                }
            }
        });
        Assert.Equal(LogStatus.RollbackNotExcluded, (await verifier.VerifyAsync(cancellationToken: Stop)).Status);
    }
}
