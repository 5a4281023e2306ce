using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class CheckpointHistoryTests
{
    private static readonly int[] _sizes = [0, 1, 6, 13, 20];

    private static Checkpoint[] Of(MerkleHash[] leaves) =>
        [.. _sizes.Reverse().Select(size => new Checkpoint("x", size, MerkleTree.Root(leaves.AsSpan(0, size))))];

    [Fact]
    public void FindFirstMismatch_TheSameLeaves_IsNull()
    {
        var leaves = Leaves.Hashes(25);

        Assert.Null(CheckpointHistory.FindFirstMismatch(leaves, Of(leaves)));
        Assert.Null(CheckpointHistory.FindFirstMismatch(leaves, []));
        Assert.Null(CheckpointHistory.FindFirstMismatch([], []));
    }

    [Fact]
    public void FindFirstMismatch_EveryLeafChangedInTurn_NamesTheIntervalThatHasIt()
    {
        var leaves = Leaves.Hashes(25);
        var checkpoints = Of(leaves);
        for (var i = 0; i < 20; i++)
        {
            var changed = leaves.ToArray();
            changed[i] = Leaves.Flip(changed[i], i);
            var finding = CheckpointHistory.FindFirstMismatch(changed, checkpoints)!;

            Assert.Equal(LogFault.CheckpointMismatch, finding.Fault);
            Assert.Equal(_sizes.Last(size => size <= i), finding.FirstEntry);
            Assert.Equal(_sizes.First(size => size > i), finding.EndEntry);
        }
    }

    [Fact]
    public void FindFirstMismatch_FewerLeaves_IsTruncated()
    {
        var leaves = Leaves.Hashes(25);

        var finding = CheckpointHistory.FindFirstMismatch(leaves[..13], Of(leaves))!;

        Assert.Equal((LogFault.Truncated, 13L, 20L), (finding.Fault, finding.FirstEntry, finding.EndEntry));
    }
}
