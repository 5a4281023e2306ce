namespace Mlops.Registry.Transparency;

/// <summary>The Merkle tree of RFC 6962, section 2.1 (the same as RFC 9162, section 2.1), over SHA-256.</summary>
/// <remarks>
/// The hash of a leaf is H(0x00, entry), that of a node H(0x01, left, right), where the left side has the largest power of
/// two of the leaves that is less than all of them; the root of no leaves is H(). Proofs over leaf hashes take O(n);
/// <see cref="MerkleProofs"/> makes them from O(log n) stored nodes. Source: B. Laurie, A. Langley, E. Kasper, RFC 6962 (2013);
/// B. Laurie, E. Messeri, R. Stradling, RFC 9162 (2021).
/// </remarks>
public static partial class MerkleTree
{
    /// <summary>The root of a log without entries: SHA-256 of nothing.</summary>
    public static MerkleHash EmptyRoot => MerkleHasher.Empty;

    /// <summary>The hash of an entry.</summary>
    /// <param name="entry">Its bytes; none is an entry too.</param>
    public static MerkleHash HashLeaf(ReadOnlySpan<byte> entry) => MerkleHasher.Leaf(entry);

    /// <summary>The hash of a node over two others.</summary>
    /// <param name="left">The hash of the earlier leaves.</param>
    /// <param name="right">The hash of the later leaves.</param>
    public static MerkleHash HashChildren(in MerkleHash left, in MerkleHash right) => MerkleHasher.Node(left, right);

    /// <summary>The root over leaves.</summary>
    /// <param name="leafHashes">The hashes of all leaves, in order; may be empty.</param>
    public static MerkleHash Root(ReadOnlySpan<MerkleHash> leafHashes)
    {
        var frontier = new MerkleFrontier();
        foreach (var hash in leafHashes)
        {
            frontier.Append(hash);
        }

        return frontier.Root;
    }

    /// <summary>The hashes that show that a leaf is in the tree.</summary>
    /// <param name="leafHashes">The hashes of all leaves, in order.</param>
    /// <param name="index">The leaf, from 0.</param>
    /// <returns>At most ceil(log2 n) hashes, from the leaf's neighbour up to the child of the root.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<MerkleHash> InclusionProof(ReadOnlySpan<MerkleHash> leafHashes, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leafHashes.Length);
        return RootsOf(leafHashes, MerkleRange.Inclusion(index, leafHashes.Length));
    }

    /// <summary>The hashes that show that the tree began as a smaller one.</summary>
    /// <param name="leafHashes">The hashes of all leaves, in order.</param>
    /// <param name="first">The size of the smaller tree, from 1 to the number of leaves.</param>
    /// <returns>At most ceil(log2 n) + 1 hashes; none where both sizes are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is not such a size.</exception>
    public static IReadOnlyList<MerkleHash> ConsistencyProof(ReadOnlySpan<MerkleHash> leafHashes, long first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, leafHashes.Length);
        return RootsOf(leafHashes, MerkleRange.Consistency(first, leafHashes.Length));
    }

    private static MerkleHash[] RootsOf(ReadOnlySpan<MerkleHash> leafHashes, List<MerkleRange> ranges)
    {
        var proof = new MerkleHash[ranges.Count];
        for (var i = 0; i < proof.Length; i++)
        {
            proof[i] = Root(leafHashes[(int)ranges[i].Start..(int)ranges[i].End]);
        }

        return proof;
    }
}
