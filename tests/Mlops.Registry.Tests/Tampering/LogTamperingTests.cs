using Mlops.Registry.Audit;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Attacks on the log, each found and named, wherever the registry keeps it.</summary>
public abstract class LogTamperingTests
{
    internal abstract Task<Scene> NewSceneAsync();

    [Fact]
    public async Task Verify_AnUntouchedLog_IsVerified()
    {
        var scene = await NewSceneAsync();

        var with = await scene.VerifyAsync();
        var without = await scene.VerifyAsync(withCheckpoints: false);

        Assert.Equal(LogStatus.Verified, with.Status);
        Assert.Equal(2, with.Log.CheckpointCount);
        Assert.Equal(LogStatus.RollbackNotExcluded, without.Status);
        Assert.InRange(with.Log.Size, 40, 80);
        Assert.Null(with.FirstBadEntry);
    }

    [Fact]
    public async Task Verify_AnyEntryDeleted_NamesIt()
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(async attacker =>
        {
            foreach (var (index, entry, _) in await attacker.EntriesAsync())
            {
                await attacker.DoAsync("DELETE FROM mlops_audit WHERE idx = @idx", ("idx", index));
                Named(await scene.VerifyAsync(), index, LogFault.MissingEntry);
                await attacker.InsertAsync(index, entry);
            }
        });
        Assert.Equal(LogStatus.Verified, (await scene.VerifyAsync()).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public async Task Verify_LastEntriesDeleted_NamesTheFirstOfThem(int count)
    {
        var scene = await NewSceneAsync();
        long size = 0;
        await scene.AttackAsync(async attacker =>
        {
            size = (await attacker.EntriesAsync()).Count;
            await attacker.DoAsync("DELETE FROM mlops_audit WHERE idx >= @idx", ("idx", size - count));
        });

        Named(await scene.VerifyAsync(withCheckpoints: false), size - count, LogFault.MissingEntry);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public async Task Verify_EndCutOffAndAllHashesRecomputed_IsFoundByTheCheckpoint(int count)
    {
        var scene = await NewSceneAsync();
        var size = (await CheckpointsAsync(scene))[^1] - count;
        await scene.AttackAsync(async attacker =>
        {
            await attacker.DoAsync("DELETE FROM mlops_audit WHERE idx >= @idx", ("idx", size));
            await attacker.RecomputeAsync();
        });

        Named(await scene.VerifyAsync(), size, LogFault.Truncated);
        var without = await scene.VerifyAsync(withCheckpoints: false);
        Assert.Equal(LogStatus.RollbackNotExcluded, without.Log.Status);
    }

    [Fact]
    public async Task Verify_EntriesAfterTheLastCheckpointCutOff_SaysUpToWhereItVouches()
    {
        var scene = await NewSceneAsync();
        var size = (await CheckpointsAsync(scene))[^1];
        await scene.AttackAsync(async attacker =>
        {
            await attacker.DoAsync("DELETE FROM mlops_audit WHERE idx >= @idx", ("idx", size));
            await attacker.RecomputeAsync();
        });

        // The record of that checkpoint has lost the entry that made it.
        var verification = await scene.VerifyAsync();
        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal((LogStatus.Verified, size), (verification.Log.Status, verification.Log.CheckpointedSize));
        Assert.Equal(Registry.Stores.RecordKind.Checkpoint, Assert.Single(verification.Records).Key.Kind);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 11)]
    [InlineData(7, 30)]
    public async Task Verify_TwoEntriesSwapped_NamesTheFirst(long one, long other)
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(attacker => SwapAsync(attacker, one, other));

        Named(await scene.VerifyAsync(withCheckpoints: false), one, LogFault.NodeMismatch, LogFault.LeafHashMismatch);
    }

    [Fact]
    public async Task Verify_AForgedEntryInTheMiddle_NamesIt()
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(async attacker =>
        {
            await attacker.ShiftAsync(20, 1);
            await attacker.InsertAsync(20, "{}"u8.ToArray());
        });

        // Level 1 pairs 20 with 21: the first node that disagrees is over both.
        var verification = await scene.VerifyAsync(withCheckpoints: false);
        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal(20, verification.FirstBadEntry);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1L << 40)]
    public async Task Verify_AnEntryBeyondTheHead_IsFound(long distance)
    {
        var scene = await NewSceneAsync();
        long size = 0;
        await scene.AttackAsync(async attacker =>
        {
            var entries = await attacker.EntriesAsync();
            size = entries.Count;
            await attacker.InsertAsync(size + distance, entries[3].Entry);
        });

        var verification = await scene.VerifyAsync();
        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal(size, verification.FirstBadEntry);
    }

    [Fact]
    public async Task Verify_AnEntryAtAnIndexThatNoLogHas_NamesIt()
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(attacker => attacker.InsertAsync(long.MaxValue - 1, "{}"u8.ToArray()));

        Named(await scene.VerifyAsync(), long.MaxValue - 1, LogFault.WrongOrder);
    }

    [Fact]
    public async Task Verify_AnEntryDuplicatedInPlaceOfTheNext_NamesTheNext()
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(async attacker =>
        {
            var entries = await attacker.EntriesAsync();
            await attacker.SetEntryAsync(13, entries[12].Entry);
            await attacker.SetLeafAsync(13, entries[12].Leaf);
        });

        // Its hash is right for its bytes, so that the node over 12 and 13 is what tells.
        var verification = await scene.VerifyAsync(withCheckpoints: false);
        Assert.Equal(LogStatus.Broken, verification.Status);
        var first = verification.Log.FirstBadEntry!;
        Assert.True(first.FirstEntry <= 13 && 13 < first.EndEntry, first.ToString());
        Assert.InRange(first.EndEntry - first.FirstEntry, 1, 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task Verify_HistoryRewrittenThroughout_IsFoundByTheCheckpointAlone(long index)
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(attacker => RewriteAsync(attacker, index));

        var without = await scene.VerifyAsync(withCheckpoints: false);
        Assert.Equal(LogStatus.RollbackNotExcluded, without.Log.Status);
        Assert.Empty(without.Log.Findings);
        var with = await scene.VerifyAsync();
        Assert.Equal(LogStatus.Broken, with.Status);
        var finding = Assert.Single(with.Log.Findings);
        Assert.Equal(LogFault.CheckpointMismatch, finding.Fault);
        Assert.Equal(0, finding.FirstEntry);
        Assert.Equal((await CheckpointsAsync(scene))[0], finding.EndEntry);
    }

    [Fact]
    public async Task Verify_HistoryRewrittenAfterACheckpoint_NamesTheInterval()
    {
        var scene = await NewSceneAsync();
        var first = (await CheckpointsAsync(scene))[0];
        await scene.AttackAsync(attacker => RewriteAsync(attacker, first + 2));

        var finding = Assert.Single((await scene.VerifyAsync()).Log.Findings);

        Assert.Equal(LogFault.CheckpointMismatch, finding.Fault);
        Assert.Equal(first, finding.FirstEntry);
        Assert.True(finding.EndEntry > first + 2);
    }

    [Fact]
    public async Task Verify_EntriesDeletedWithAllThatIsBeneathTheirNodes_NamesTheFirst()
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(async attacker =>
        {
            await attacker.DoAsync("DELETE FROM mlops_audit WHERE idx >= 8 AND idx < 16");
            await attacker.DoAsync("DELETE FROM mlops_node");
        });

        var verification = await scene.VerifyAsync();
        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Contains(
            verification.Log.Findings,
            f => f is { Fault: LogFault.MissingEntry, FirstEntry: 8, EndEntry: 16 }
        );
    }

    [Theory]
    [InlineData("UPDATE mlops_head SET size = size + 1")]
    [InlineData("UPDATE mlops_head SET size = size - 1")]
    [InlineData("UPDATE mlops_head SET size = -1")]
    [InlineData("UPDATE mlops_head SET size = 4611686018427387904")]
    [InlineData("UPDATE mlops_head SET size = 1099511627776")]
    [InlineData("UPDATE mlops_head SET size = 0, root = frontier, frontier = root")]
    [InlineData("UPDATE mlops_head SET root = leaf_hash FROM mlops_audit WHERE mlops_audit.idx = 0")]
    [InlineData("UPDATE mlops_head SET root = entry FROM mlops_audit WHERE mlops_audit.idx = 0")]
    [InlineData("DELETE FROM mlops_head")]
    public async Task Verify_TheHeadAltered_IsFound(string attack)
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(attacker => attacker.DoAsync(attack));

        var verification = await scene.VerifyAsync(withCheckpoints: false);

        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Contains(
            verification.Log.Findings,
            finding => finding.Fault is LogFault.HeadMismatch or LogFault.EntryBeyondHead or LogFault.MissingEntry
        );
    }

    [Fact]
    public async Task Verify_AnyNodeAltered_NamesItsEntries()
    {
        var scene = await NewSceneAsync();
        await scene.AttackAsync(async attacker =>
        {
            var size = (await attacker.EntriesAsync()).Count;
            for (var (level, width) = (1L, 2L); width <= size; level++, width *= 2)
            {
                for (long index = 0; (index + 1) * width <= size; index++)
                {
                    (string, object)[] key = [("level", level), ("idx", index)];
                    const string Where = "WHERE level = @level AND idx = @idx";
                    var hash = (byte[])(await attacker.AskAsync($"SELECT hash FROM mlops_node {Where}", key))!;
                    await attacker.DoAsync(
                        $"UPDATE mlops_node SET hash = @hash {Where}",
                        [.. key, ("hash", Flipped(hash, 0))]
                    );
                    var first = (await scene.VerifyAsync(withCheckpoints: false)).Log.FirstBadEntry!;
                    Assert.Equal(LogFault.NodeMismatch, first.Fault);
                    Assert.Equal((index * width, (index + 1) * width), (first.FirstEntry, first.EndEntry));
                    await attacker.DoAsync($"UPDATE mlops_node SET hash = @hash {Where}", [.. key, ("hash", hash)]);
                }
            }

            await attacker.DoAsync("DELETE FROM mlops_node WHERE level = 2 AND idx = 1");
        });

        var missing = Assert.Single((await scene.VerifyAsync(withCheckpoints: false)).Log.Findings);
        Assert.Equal((LogFault.MissingNode, 4, 8), (missing.Fault, missing.FirstEntry, missing.EndEntry));
    }

    internal static byte[] Flipped(byte[] bytes, int at)
    {
        byte[] flipped = [.. bytes];
        flipped[at] ^= 1;
        return flipped;
    }

    internal static void Named(AuditVerification verification, long index, params LogFault[] faults)
    {
        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal(index, verification.FirstBadEntry);
        Assert.Contains(verification.Log.FirstBadEntry!.Fault, faults);
    }

    private static async Task SwapAsync(Attacker attacker, long one, long other)
    {
        var entries = await attacker.EntriesAsync();
        await attacker.SetEntryAsync(one, entries[(int)other].Entry);
        await attacker.SetEntryAsync(other, entries[(int)one].Entry);
    }

    private static async Task RewriteAsync(Attacker attacker, long index)
    {
        var entry = (await attacker.EntriesAsync())[(int)index].Entry;
        await attacker.SetEntryAsync(index, Flipped(entry, entry.Length / 2));
        await attacker.RecomputeAsync();
    }

    private static async Task<List<long>> CheckpointsAsync(Scene scene)
    {
        var sizes = new List<long>();
        await foreach (var note in scene.Checkpoints.ReadAsync())
        {
            sizes.Add(Checkpoint.Parse(note.Text).Size);
        }

        return sizes;
    }
}
