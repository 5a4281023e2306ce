using System.Numerics;

namespace Mlops.Registry.Transparency;

/// <summary>The place of a complete subtree of the log: its level and its index among those of that level.</summary>
/// <remarks>
/// A node at level l and index i covers the leaves from i * 2^l up to, not including, (i + 1) * 2^l. Once all of them are
/// there it never changes, so it is stored once. The default value is the first leaf.
/// </remarks>
public readonly record struct MerkleNodeId
{
    /// <summary>The most leaves that a log may have: 2^62.</summary>
    public const long LargestSize = 1L << 62;

    /// <summary>Names a node.</summary>
    /// <param name="level">0 for leaves, 1 for what stands over two leaves, and so on up to 62.</param>
    /// <param name="index">The place among the nodes of that level, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the node lies beyond the largest log.</exception>
    public MerkleNodeId(int level, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 62);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, LargestSize >> level);
        Level = level;
        Index = index;
    }

    /// <summary>0 for leaves, 1 for what stands over two leaves, and so on.</summary>
    public int Level { get; }

    /// <summary>The place among the nodes of the level, from 0.</summary>
    public long Index { get; }

    /// <summary>The first leaf beneath the node.</summary>
    public long Start => Index << Level;

    /// <summary>One more than the last leaf beneath the node: the size at which the log first has it.</summary>
    public long End => (Index + 1) << Level;

    /// <summary>The place of the node among all nodes in the order in which they are completed, from 0.</summary>
    /// <remarks>
    /// Leaf i stands at 2i minus the number of ones in i, and each subtree that it completes right after it. So one
    /// growing number is enough as the key of a store, and nodes are written at its end only.
    /// </remarks>
    public long Position => CountAt(End - 1) + Level;

    /// <summary>The node over this one and its neighbour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The node is the largest there is.</exception>
    public MerkleNodeId Parent => new(Level + 1, Index >> 1);

    /// <summary>The number of nodes that a log of so many leaves has: 2 n minus the number of ones in n.</summary>
    /// <param name="size">The leaves, from 0 to <see cref="LargestSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is outside that.</exception>
    public static long CountAt(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        return (long)((2 * (ulong)size) - (ulong)BitOperations.PopCount((ulong)size));
    }

    /// <summary>The node at a position.</summary>
    /// <param name="position">As <see cref="Position"/> counts, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No node of the largest log stands there.</exception>
    public static MerkleNodeId FromPosition(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, CountAt(LargestSize));
        var leaf = position / 2;
        while (CountAt(leaf + 1) <= position)
        {
            leaf++;
        }

        var level = (int)(position - CountAt(leaf));
        return new MerkleNodeId(level, leaf >> level);
    }

    /// <summary>The complete subtrees that a log of so many leaves consists of, from left to right, the largest first.</summary>
    /// <param name="size">The leaves, from 0 to <see cref="LargestSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is outside that.</exception>
    public static IReadOnlyList<MerkleNodeId> FrontierAt(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        return [.. new MerkleRange(0, size).Nodes()];
    }

    /// <summary>The level and the index.</summary>
    public override string ToString() => FormattableString.Invariant($"level {Level}, index {Index}");
}
