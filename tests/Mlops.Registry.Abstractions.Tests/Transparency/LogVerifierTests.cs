using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class LogVerifierTests : IDisposable
{
    private readonly EcdsaNoteSigner _signer = EcdsaNoteSigner.Generate(DamagedLog.Origin);
    private readonly INoteVerifier _trusted;

    public LogVerifierTests() => _trusted = _signer.VerifierKey.CreateVerifier();

    public void Dispose() => _signer.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task VerifyAsync_WholeLog_IsVerifiedOnlyWithACheckpoint(int size)
    {
        var log = new DamagedLog(size);
        var alone = await log.VerifyAsync(_trusted);
        await log.PublishAsync(_signer, size / 2, size);
        var vouched = await log.VerifyAsync(_trusted);

        Assert.Equal(LogStatus.RollbackNotExcluded, alone.Status);
        Assert.Empty(alone.Findings);
        Assert.Null(alone.FirstBadEntry);
        Assert.Equal(LogStatus.Verified, vouched.Status);
        Assert.Equal((size, size, 2), (vouched.Size, vouched.CheckpointedSize, vouched.CheckpointCount));
        Assert.Equal(log.HeadRoot, vouched.Root);
    }

    [Fact]
    public async Task VerifyAsync_EveryEntryChangedInTurn_IsNamed()
    {
        var log = new DamagedLog(37);
        await log.PublishAsync(_signer, 20, 37);
        for (var i = 0; i < 37; i++)
        {
            var whole = log.Entries[i];
            log.Rewrite(i, withHash: false);
            var finding = Assert.Single((await log.VerifyAsync(_trusted)).Findings);
            log.Entries[i] = whole;

            Assert.Equal(
                (LogFault.LeafHashMismatch, (long)i, true),
                (finding.Fault, finding.FirstEntry, finding.IsExact)
            );
        }
    }

    [Fact]
    public async Task VerifyAsync_EntryAndHashChanged_TheStoredLeafNodeNamesIt()
    {
        var log = new DamagedLog(37);
        await log.PublishAsync(_signer, 20, 37);
        for (var i = 0; i < 37; i++)
        {
            var whole = log.Entries[i];
            log.Rewrite(i);
            var verification = await log.VerifyAsync(_trusted);
            log.Entries[i] = whole;

            var finding = Assert.Single(verification.Findings);
            Assert.Equal((LogFault.NodeMismatch, (long)i, true), (finding.Fault, finding.FirstEntry, finding.IsExact));
            // The stored nodes still are those of the checkpoints.
            Assert.Equal(2, verification.CheckpointCount);
        }
    }

    [Fact]
    public async Task VerifyAsync_EntryAndHashChangedWithoutLeafNodes_IsNamedWithItsNeighbour()
    {
        var log = new DamagedLog(37, StoredNodes.Interior);
        await log.PublishAsync(_signer, 20, 36);
        for (var i = 0; i < 36; i++)
        {
            var whole = log.Entries[i];
            log.Rewrite(i);
            var finding = Assert.Single((await log.VerifyAsync(_trusted)).Findings);
            log.Entries[i] = whole;

            Assert.Equal(
                (LogFault.NodeMismatch, (long)i / 2 * 2, ((long)i / 2 * 2) + 2),
                (finding.Fault, finding.FirstEntry, finding.EndEntry)
            );
        }
    }

    [Fact]
    public async Task VerifyAsync_EveryNodeChangedInTurn_IsFoundOnceAndNamed()
    {
        var log = new DamagedLog(37);
        await log.PublishAsync(_signer, 20, 37);
        for (var i = 0; i < log.Nodes.Count; i++)
        {
            var whole = log.Nodes[i];
            log.Nodes[i] = whole with { Hash = Leaves.Flip(whole.Hash, i) };
            var finding = Assert.Single((await log.VerifyAsync(_trusted)).Findings);
            log.Nodes[i] = whole;

            Assert.Equal(
                (LogFault.NodeMismatch, whole.Id.Start, whole.Id.End),
                (finding.Fault, finding.FirstEntry, finding.EndEntry)
            );
        }
    }

    [Fact]
    public async Task VerifyAsync_StoredLeafHashChanged_IsNamed()
    {
        var log = new DamagedLog(20);
        log.Entries[7] = log.Entries[7] with { LeafHash = Leaves.Flip(log.Entries[7].LeafHash!.Value, 9) };

        var finding = Assert.Single((await log.VerifyAsync(_trusted)).Findings);

        Assert.Equal((LogFault.LeafHashMismatch, 7L), (finding.Fault, finding.FirstEntry));
    }

    [Fact]
    public async Task VerifyAsync_EveryNodeDeletedInTurn_IsMissed()
    {
        var log = new DamagedLog(37);
        for (var i = 0; i < log.Nodes.Count; i++)
        {
            var node = log.Nodes[i];
            log.Nodes.RemoveAt(i);
            var finding = Assert.Single((await log.VerifyAsync(_trusted)).Findings);
            log.Nodes.Insert(i, node);

            Assert.Equal((LogFault.MissingNode, node.Id.Start), (finding.Fault, finding.FirstEntry));
        }
    }

    [Fact]
    public async Task VerifyAsync_AnyRunOfEntriesDeleted_IsNamedAndTheNodesStandIn()
    {
        var log = new DamagedLog(21);
        await log.PublishAsync(_signer, 5, 12, 21);
        var whole = log.Entries.ToArray();
        for (var start = 0; start < 21; start++)
        {
            for (var count = 1; start + count <= 21; count++)
            {
                log.Entries.RemoveRange(start, count);
                var verification = await log.VerifyAsync(_trusted);
                log.Entries.Clear();
                log.Entries.AddRange(whole);

                var finding = Assert.Single(verification.Findings);
                Assert.Equal(
                    (LogFault.MissingEntry, (long)start, (long)start + count),
                    (finding.Fault, finding.FirstEntry, finding.EndEntry)
                );
                Assert.Equal((21L, 3), (verification.Size, verification.CheckpointCount));
                Assert.Equal(log.HeadRoot, verification.Root);
            }
        }
    }

    [Fact]
    public async Task VerifyAsync_EntriesAndNodesDeleted_IsNamedWithoutARoot()
    {
        var log = new DamagedLog(21);
        await log.PublishAsync(_signer, 5, 21);
        log.Entries.RemoveRange(8, 3);
        log.Nodes.RemoveAll(node => node.Id.Start <= 10 && node.Id.End > 8);

        var verification = await log.VerifyAsync(_trusted);

        var finding = Assert.Single(verification.Findings);
        Assert.Equal((LogFault.MissingEntry, 8L, 11L), (finding.Fault, finding.FirstEntry, finding.EndEntry));
        Assert.Null(verification.Root);
        Assert.Equal((21L, 5L), (verification.Size, verification.CheckpointedSize));
    }

    [Fact]
    public async Task VerifyAsync_TwoEntriesInEachOthersPlace_AreNamed()
    {
        var log = new DamagedLog(16);
        var (third, ninth) = (log.Entries[3], log.Entries[9]);
        log.Entries[3] = ninth with { Index = 3 };
        log.Entries[9] = third with { Index = 9 };
        var exchanged = await log.VerifyAsync(_trusted);
        (log.Entries[3], log.Entries[9]) = (third, ninth);
        log.Entries.Reverse(8, 2);
        var reversed = await log.VerifyAsync(_trusted);

        Assert.Equal([3L, 9L], exchanged.Findings.Select(finding => finding.FirstEntry));
        Assert.Contains(reversed.Findings, finding => finding.Fault == LogFault.WrongOrder && finding.FirstEntry == 8);
        Assert.Equal(8, reversed.FirstBadEntry!.FirstEntry);
    }

    [Fact]
    public async Task VerifyAsync_EntryTwice_IsNamed()
    {
        var log = new DamagedLog(16);
        log.Entries.Insert(5, log.Entries[4]);
        log.Nodes.Insert(3, log.Nodes[2]);

        var verification = await log.VerifyAsync(_trusted);

        Assert.All(verification.Findings, finding => Assert.Equal(LogFault.WrongOrder, finding.Fault));
        Assert.Contains(verification.Findings, finding => finding.FirstEntry == 4);
        Assert.Equal(2, verification.FindingCount);
    }

    [Fact]
    public async Task VerifyAsync_OlderFilePutBack_TheCheckpointShowsIt()
    {
        var today = new DamagedLog(30);
        await today.PublishAsync(_signer, 10, 20, 30);
        var yesterday = new DamagedLog(15);
        Assert.Equal(LogStatus.RollbackNotExcluded, (await yesterday.VerifyAsync(_trusted)).Status);
        yesterday.Checkpoints.AddRange(today.Checkpoints);

        var verification = await yesterday.VerifyAsync(_trusted);

        var finding = Assert.Single(verification.Findings);
        Assert.Equal((LogFault.Truncated, 15L, 30L), (finding.Fault, finding.FirstEntry, finding.EndEntry));
        Assert.Equal(10, verification.CheckpointedSize);
    }

    [Fact]
    public async Task VerifyAsync_EndCutOff_IsFoundByHeadAndNodes()
    {
        var log = new DamagedLog(30);
        log.Entries.RemoveRange(25, 5);
        var byHead = await log.VerifyAsync(_trusted);
        log.HeadSize = 25;
        log.HeadRoot = log.Head(25).Root;
        var byNodes = await log.VerifyAsync(_trusted);

        Assert.Equal((LogFault.MissingEntry, 25L, 30L), Only(byHead));
        Assert.Equal((LogFault.UnexpectedNode, 25L, 30L), Only(byNodes));
    }

    [Fact]
    public async Task VerifyAsync_HeadChanged_IsFound()
    {
        var log = new DamagedLog(30);
        var root = log.HeadRoot;
        log.HeadRoot = Leaves.Flip(root, 0);
        Assert.Equal(LogFault.HeadMismatch, Only(await log.VerifyAsync(_trusted)).Fault);
        (log.HeadRoot, log.HeadSize) = (log.Head(28).Root, 28);
        Assert.Equal((LogFault.EntryBeyondHead, 28L, 30L), Only(await log.VerifyAsync(_trusted)));
        log.HeadSize = -1;
        Assert.Equal(LogFault.HeadMismatch, Only(await log.VerifyAsync(_trusted)).Fault);
    }

    [Fact]
    public async Task VerifyAsync_RewrittenThroughout_TheCheckpointsSayBetweenWhich()
    {
        for (var changed = 0; changed < 40; changed++)
        {
            var log = new DamagedLog(40);
            await log.PublishAsync(_signer, 10, 20, 30);
            log.Rewrite(changed);
            log.RebuildNodes();
            var verification = await log.VerifyAsync(_trusted);

            if (changed >= 30)
            {
                // Nobody outside has seen these entries: the last checkpoint says how far the log is vouched for.
                Assert.Equal((LogStatus.Verified, 30L), (verification.Status, verification.CheckpointedSize));
                continue;
            }

            var first = changed / 10 * 10;
            Assert.Equal((LogFault.CheckpointMismatch, first, first + 10L), Only(verification));
            Assert.Equal(first, verification.CheckpointedSize);
            Assert.Equal(verification.Findings[0], verification.FirstBadEntry);
        }
    }

    [Fact]
    public async Task VerifyAsync_TwoCheckpointsOfOneSize_AreAFork()
    {
        var log = new DamagedLog(20);
        await log.PublishAsync(_signer, 10, 10, 20);
        Assert.Equal(LogStatus.Verified, (await log.VerifyAsync(_trusted)).Status);
        log.Checkpoints.Add(
            await new Checkpoint(DamagedLog.Origin, 10, MerkleTree.EmptyRoot).SignAsync(
                [_signer],
                TestContext.Current.CancellationToken
            )
        );

        var verification = await log.VerifyAsync(_trusted);

        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Contains(verification.Findings, finding => finding.Fault == LogFault.Fork && finding.EndEntry == 10);
    }

    [Fact]
    public async Task VerifyAsync_CheckpointOfAnotherHistory_IsAForkWhenALaterOneAgrees()
    {
        var log = new DamagedLog(20);
        var other = new DamagedLog(9);
        other.Rewrite(8);
        other.RebuildNodes();
        log.Checkpoints.Add(
            await new Checkpoint(DamagedLog.Origin, 9, other.HeadRoot).SignAsync(
                [_signer],
                TestContext.Current.CancellationToken
            )
        );
        await log.PublishAsync(_signer, 5, 20);

        var verification = await log.VerifyAsync(_trusted);

        Assert.Equal(
            [(LogFault.CheckpointMismatch, 5L, 9L), (LogFault.Fork, 5L, 9L)],
            verification.Findings.Select(finding => (finding.Fault, finding.FirstEntry, finding.EndEntry))
        );
        Assert.Contains("9 and 20", verification.Findings[1].Message);
    }

    [Fact]
    public async Task VerifyAsync_CheckpointThatIsNotTrusted_DoesNotCount()
    {
        using var stranger = EcdsaNoteSigner.Generate(DamagedLog.Origin);
        var log = new DamagedLog(20);
        await log.PublishAsync(stranger, 20);
        log.Checkpoints.Add(
            await new Checkpoint("example.com/other", 20, log.HeadRoot).SignAsync(
                [_signer],
                TestContext.Current.CancellationToken
            )
        );
        log.Checkpoints.Add(
            await SignedNote.SignAsync("no checkpoint\n", [_signer], TestContext.Current.CancellationToken)
        );

        var verification = await log.VerifyAsync(_trusted);

        Assert.Equal(3, verification.Findings.Count);
        Assert.All(verification.Findings, finding => Assert.Equal(LogFault.BadCheckpoint, finding.Fault));
        Assert.Equal((LogStatus.Broken, 0), (verification.Status, verification.CheckpointCount));
        Assert.Null(verification.FirstBadEntry);
    }

    [Fact]
    public void VerifyAsync_AnyDamage_IsFoundAndTheFirstBadEntryIsWithin() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(9162, 5).WithMaxTest(400),
            Prop.ForAll(
                Gen.Choose(1, 60)
                    .SelectMany(size => Gen.Choose(0, size - 1).Select(index => (size, index)))
                    .SelectMany(log => Gen.Choose(0, 3).Select(damage => (log.size, log.index, damage)))
                    .ToArbitrary(),
                given =>
                {
                    var (size, index, damage) = given;
                    var log = new DamagedLog(size, index % 2 == 0 ? StoredNodes.All : StoredNodes.Interior);
                    log.PublishAsync(_signer, size / 3, size / 2, size).GetAwaiter().GetResult();
                    switch (damage)
                    {
                        case 0:
                            log.Rewrite(index, withHash: false);
                            break;
                        case 1:
                            log.Rewrite(index);
                            break;
                        case 2:
                            log.Entries.RemoveAt(index);
                            break;
                        default:
                            log.Rewrite(index);
                            log.RebuildNodes();
                            break;
                    }

                    var verification = log.VerifyAsync(_trusted).GetAwaiter().GetResult();
                    return verification.Status == LogStatus.Broken
                        && verification.FirstBadEntry!.FirstEntry <= index
                        && verification.FirstBadEntry.EndEntry > index;
                }
            )
        );

    [Fact]
    public void Add_IndexesThatNoLogHas_AreFindings()
    {
        var verifier = new LogVerifier(new LogVerifierOptions { Origin = "x", MaxFindings = 2 });
        verifier.Add(new LogEntry(-1, default));
        verifier.Add(new LogEntry(long.MaxValue, default));
        verifier.Add(new LogEntry(MerkleNodeId.LargestSize - 1, default));
        var verification = verifier.Complete();

        Assert.Equal(2, verification.Findings.Count);
        Assert.Equal(3, verification.FindingCount);
        Assert.Equal(MerkleNodeId.LargestSize, verification.Size);
        Assert.Null(verification.Root);
    }

    [Fact]
    public async Task Members_OutOfTurn_AreRefused()
    {
        var log = new DamagedLog(1);
        await log.PublishAsync(_signer, 1);
        var verifier = new LogVerifier(new LogVerifierOptions { Origin = "x" });
        verifier.Add(log.Entries[0]);

        Assert.Throws<InvalidOperationException>(() => verifier.AddCheckpoint(log.Checkpoints[0]));
        verifier.Complete();
        Assert.Throws<InvalidOperationException>(() => verifier.Add(log.Entries[0]));
        Assert.Throws<InvalidOperationException>(() => verifier.AddNode(log.Nodes[0]));
        Assert.Throws<InvalidOperationException>(verifier.Complete);
        Assert.Throws<ArgumentException>(
            "options",
            () => new LogVerifier(new LogVerifierOptions { Origin = "x", HeadRoot = MerkleTree.EmptyRoot })
        );
    }

    private static (LogFault Fault, long First, long End) Only(LogVerification verification)
    {
        var finding = Assert.Single(verification.Findings);
        return (finding.Fault, finding.FirstEntry, finding.EndEntry);
    }
}
