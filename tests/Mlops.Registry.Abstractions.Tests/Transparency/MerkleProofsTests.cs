using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class MerkleProofsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proofs_EveryPairOfSizes_AreThoseFromTheLeaves()
    {
        var leaves = Leaves.Hashes(100);
        var reader = new StoredNodesReader(leaves);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var tree = leaves[..size];
            Assert.Equal(MerkleTree.Root(tree), await MerkleProofs.RootAsync(reader, size, Stop));
            for (var m = 0; m < size; m++)
            {
                Assert.Equal(
                    MerkleTree.InclusionProof(tree, m),
                    await MerkleProofs.InclusionAsync(reader, m, size, Stop)
                );
                Assert.Equal(
                    MerkleTree.ConsistencyProof(tree, m + 1),
                    await MerkleProofs.ConsistencyAsync(reader, m + 1, size, Stop)
                );
            }
        }
    }

    [Fact]
    public async Task Proofs_OfALargeLog_AskOnceForFewNodes()
    {
        const int Size = 5000;
        var reader = new StoredNodesReader(Leaves.Hashes(Size));
        await MerkleProofs.InclusionAsync(reader, 1234, 4999, Stop);
        await MerkleProofs.ConsistencyAsync(reader, 1235, 4999, Stop);
        await MerkleProofs.LoadFrontierAsync(reader, 4095, Stop);

        Assert.Equal(3, reader.Calls);
        Assert.InRange(reader.MostIds, 1, 2 * 13);
    }

    [Fact]
    public async Task LoadFrontierAsync_NoEntries_AsksForNothing()
    {
        var reader = new StoredNodesReader([]);

        Assert.Equal(MerkleTree.EmptyRoot, (await MerkleProofs.LoadFrontierAsync(reader, 0, Stop)).Root);
        Assert.Equal(0, reader.Calls);
    }

    [Fact]
    public async Task RootAsync_NodeIsNotStored_NamesIt()
    {
        var reader = new StoredNodesReader(Leaves.Hashes(7));
        reader.Remove(new MerkleNodeId(1, 2));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await MerkleProofs.RootAsync(reader, 7, Stop)
        );

        Assert.Contains("level 1, index 2", exception.Message);
        Assert.Contains("4 to 5", exception.Message);
    }

    [Fact]
    public async Task Proofs_OutsideTheLog_NameTheArgument()
    {
        var reader = new StoredNodesReader(Leaves.Hashes(3));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            "index",
            async () => await MerkleProofs.InclusionAsync(reader, 3, 3, Stop)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            "first",
            async () => await MerkleProofs.ConsistencyAsync(reader, 4, 3, Stop)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            "first",
            async () => await MerkleProofs.ConsistencyAsync(reader, 0, 3, Stop)
        );
    }
}
