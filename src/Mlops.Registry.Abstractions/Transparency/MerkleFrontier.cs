using System.Numerics;

namespace Mlops.Registry.Transparency;

/// <summary>What appending to a log needs to know of it: the roots of the complete subtrees at its end.</summary>
/// <remarks>
/// At most 62 hashes, whatever the size; an append costs two hashes on average and allocates nothing. Not safe for
/// concurrent use. Also called a compact range (transparency-dev/merkle, docs/compact_ranges.md).
/// </remarks>
public sealed class MerkleFrontier
{
    // The hash at level l counts where bit l of the size is set.
    private readonly MerkleHash[] _levels = new MerkleHash[63];

    /// <summary>Begins a log without entries.</summary>
    public MerkleFrontier() { }

    /// <summary>Goes on from a log of some size.</summary>
    /// <param name="size">The number of its entries.</param>
    /// <param name="nodes">The hashes of the nodes that <see cref="MerkleNodeId.FrontierAt"/> names, in that order.</param>
    /// <exception cref="ArgumentException">There are more or fewer of them than that size has.</exception>
    public MerkleFrontier(long size, IReadOnlyList<MerkleHash> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var ids = MerkleNodeId.FrontierAt(size);
        if (nodes.Count != ids.Count)
        {
            throw new ArgumentException(
                $"A log of {size} entries ends in {ids.Count} complete subtrees; {nodes.Count} hashes were given.",
                nameof(nodes)
            );
        }

        for (var i = 0; i < ids.Count; i++)
        {
            _levels[ids[i].Level] = nodes[i];
        }

        Size = size;
    }

    /// <summary>The number of entries.</summary>
    public long Size { get; private set; }

    /// <summary>The root of the tree over all entries.</summary>
    public MerkleHash Root
    {
        get
        {
            if (Size == 0)
            {
                return MerkleTree.EmptyRoot;
            }

            var level = BitOperations.TrailingZeroCount(Size);
            var root = _levels[level];
            for (level++; level < _levels.Length; level++)
            {
                if (Has(level))
                {
                    root = MerkleTree.HashChildren(_levels[level], root);
                }
            }

            return root;
        }
    }

    /// <summary>The hashes of the complete subtrees, from left to right, the largest first.</summary>
    public IReadOnlyList<MerkleHash> Nodes
    {
        get
        {
            var nodes = new List<MerkleHash>();
            for (var level = _levels.Length - 1; level >= 0; level--)
            {
                if (Has(level))
                {
                    nodes.Add(_levels[level]);
                }
            }

            return nodes;
        }
    }

    /// <summary>Adds an entry at the end.</summary>
    /// <param name="leafHash">Its hash.</param>
    /// <param name="completed">Called with each node that this completes, the leaf first, in the order of their positions.</param>
    /// <exception cref="InvalidOperationException">The log has as many entries as a log can have.</exception>
    public void Append(in MerkleHash leafHash, Action<MerkleNode>? completed = null)
    {
        if (Size == MerkleNodeId.LargestSize)
        {
            throw new InvalidOperationException($"A log has at most {MerkleNodeId.LargestSize} entries.");
        }

        var hash = leafHash;
        var level = 0;
        completed?.Invoke(new MerkleNode(new MerkleNodeId(0, Size), hash));
        for (; Has(level); level++)
        {
            hash = MerkleTree.HashChildren(_levels[level], hash);
            completed?.Invoke(new MerkleNode(new MerkleNodeId(level + 1, Size >> (level + 1)), hash));
        }

        _levels[level] = hash;
        Size++;
    }

    /// <summary>A frontier of the same size that grows on its own.</summary>
    public MerkleFrontier Copy() => new(Size, Nodes);

    private bool Has(int level) => ((Size >> level) & 1) == 1;
}
