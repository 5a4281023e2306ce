using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class MerkleFrontierTests
{
    [Fact]
    public void Append_EverySizeUpTo300_HasTheRootOfTheDefinition()
    {
        var leaves = Leaves.Hashes(300);
        var frontier = new MerkleFrontier();
        var nodes = new List<MerkleNode>();
        Assert.Equal(MerkleTree.EmptyRoot, frontier.Root);
        for (var size = 1; size <= leaves.Length; size++)
        {
            frontier.Append(leaves[size - 1], nodes.Add);

            Assert.Equal(size, frontier.Size);
            Assert.Equal(Leaves.Root(leaves.AsSpan(0, size)), frontier.Root);
            Assert.Equal(MerkleNodeId.CountAt(size), nodes.Count);
            Assert.Equal(MerkleNodeId.FrontierAt(size).Count, frontier.Nodes.Count);
        }

        // Completed in the order of their positions, each the root of the leaves that it says it covers.
        for (var position = 0; position < nodes.Count; position++)
        {
            var (id, hash) = nodes[position];
            Assert.Equal(position, id.Position);
            Assert.Equal(id, MerkleNodeId.FromPosition(position));
            Assert.Equal(Leaves.Root(leaves.AsSpan((int)id.Start, (int)(id.End - id.Start))), hash);
        }
    }

    [Fact]
    public void Constructor_NodesOfAnySize_GoesOnAsIfNothingHadHappened()
    {
        var leaves = Leaves.Hashes(130);
        var whole = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            whole.Append(leaf);
        }

        for (var size = 0; size <= leaves.Length; size++)
        {
            var first = new MerkleFrontier();
            for (var i = 0; i < size; i++)
            {
                first.Append(leaves[i]);
            }

            var second = new MerkleFrontier(size, first.Nodes);
            Assert.Equal(first.Root, second.Root);
            for (var i = size; i < leaves.Length; i++)
            {
                second.Append(leaves[i]);
            }

            Assert.Equal(whole.Root, second.Root);
            Assert.Equal(size, first.Size);
        }
    }

    [Fact]
    public void Copy_ThenAppend_LeavesTheOriginal()
    {
        var leaves = Leaves.Hashes(8);
        var frontier = new MerkleFrontier();
        frontier.Append(leaves[0]);
        var copy = frontier.Copy();
        copy.Append(leaves[1]);

        Assert.Equal(leaves[0], frontier.Root);
        Assert.Equal(MerkleTree.Root(leaves.AsSpan(0, 2)), copy.Root);
    }

    [Fact]
    public void Constructor_TooFewNodes_SaysHowMany() =>
        Assert.Contains(
            "3 complete subtrees",
            Assert.Throws<ArgumentException>(() => new MerkleFrontier(7, Leaves.Hashes(2))).Message
        );

    [Fact]
    public void Append_ManyLeaves_AllocatesNothing()
    {
        var leaf = MerkleTree.HashLeaf("x"u8);
        var frontier = new MerkleFrontier();
        frontier.Append(leaf);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            frontier.Append(leaf);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Append_LargestLog_SaysThatItIsFull()
    {
        var frontier = new MerkleFrontier(MerkleNodeId.LargestSize, [default]);

        Assert.Throws<InvalidOperationException>(() => frontier.Append(default));
        Assert.Equal(default, frontier.Root);
    }

    [Theory]
    [InlineData(0, 0, 0, 1, 0)]
    [InlineData(0, 3, 3, 4, 4)]
    [InlineData(2, 0, 0, 4, 6)]
    [InlineData(1, 3, 6, 8, 12)]
    public void MerkleNodeId_AnyNode_KnowsItsLeavesAndItsPosition(
        int level,
        long index,
        long start,
        long end,
        long position
    )
    {
        var id = new MerkleNodeId(level, index);

        Assert.Equal((start, end, position), (id.Start, id.End, id.Position));
    }

    [Fact]
    public void MerkleNodeId_LastOfTheLargestLog_RoundTrips()
    {
        var root = new MerkleNodeId(62, 0);

        Assert.Equal(MerkleNodeId.CountAt(MerkleNodeId.LargestSize) - 1, root.Position);
        Assert.Equal(root, MerkleNodeId.FromPosition(root.Position));
        Assert.Equal(root, new MerkleNodeId(61, 1).Parent);
        Assert.Throws<ArgumentOutOfRangeException>(() => root.Parent);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MerkleNodeId(62, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleNodeId.FromPosition(root.Position + 1));
    }
}
