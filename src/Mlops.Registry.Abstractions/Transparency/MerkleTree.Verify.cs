using System.Numerics;

namespace Mlops.Registry.Transparency;

public static partial class MerkleTree
{
    /// <summary>Whether a proof shows that a leaf is in a tree: RFC 9162, section 2.1.3.2.</summary>
    /// <remarks>Whatever is wrong is false: an index beyond the tree, a hash too many or too few, a root that differs.</remarks>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="size">The number of leaves of the tree.</param>
    /// <param name="leafHash">The hash of the leaf.</param>
    /// <param name="proof">The hashes, from the leaf's neighbour up.</param>
    /// <param name="root">The root of the tree, from where it is trusted.</param>
    public static bool VerifyInclusion(
        long index,
        long size,
        MerkleHash leafHash,
        IReadOnlyList<MerkleHash> proof,
        MerkleHash root
    )
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (fn, sn, hash) = (index, size - 1, leafHash);
        for (var i = 0; i < proof.Count; i++)
        {
            if (sn == 0)
            {
                return false;
            }

            if (IsRightChild(fn, sn))
            {
                hash = HashChildren(proof[i], hash);
                SkipLevelsWithoutNeighbour(ref fn, ref sn);
            }
            else
            {
                hash = HashChildren(hash, proof[i]);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 && hash == root;
    }

    /// <summary>Whether a proof shows that a leaf is in a tree, where nothing is known of the bytes.</summary>
    /// <remarks>As the other overload; a hash that is not 32 bytes long is one more thing that is false.</remarks>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="size">The number of leaves of the tree.</param>
    /// <param name="leafHash">The hash of the leaf, of any length.</param>
    /// <param name="proof">The hashes, of any length, from the leaf's neighbour up.</param>
    /// <param name="root">The root of the tree, of any length.</param>
    public static bool VerifyInclusion(
        long index,
        long size,
        ReadOnlyMemory<byte> leafHash,
        IReadOnlyList<ReadOnlyMemory<byte>> proof,
        ReadOnlyMemory<byte> root
    ) =>
        TryRead(leafHash, out var leaf)
        && TryRead(proof, out var hashes)
        && TryRead(root, out var expected)
        && VerifyInclusion(index, size, leaf, hashes, expected);

    /// <summary>Whether a proof shows that a tree began as a smaller one: RFC 9162, section 2.1.4.2.</summary>
    /// <remarks>
    /// Whatever is wrong is false. An empty first tree is false too, since every log began as one and it shows nothing; for
    /// equal sizes the proof must be empty and the roots must be the same.
    /// </remarks>
    /// <param name="first">The size of the smaller tree.</param>
    /// <param name="second">The size of the larger tree.</param>
    /// <param name="firstRoot">The root of the smaller tree.</param>
    /// <param name="secondRoot">The root of the larger tree.</param>
    /// <param name="proof">The hashes.</param>
    public static bool VerifyConsistency(
        long first,
        long second,
        MerkleHash firstRoot,
        MerkleHash secondRoot,
        IReadOnlyList<MerkleHash> proof
    )
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (first < 1 || first >= second || proof.Count == 0)
        {
            return first >= 1 && first == second && proof.Count == 0 && firstRoot == secondRoot;
        }

        // A first tree of 2^k leaves is a node of the second one, so the proof leaves its root out.
        var isNode = BitOperations.IsPow2(first);
        var levels = BitOperations.TrailingZeroCount(first);
        var (fn, sn) = ((first - 1) >> levels, (second - 1) >> levels);
        var oldHash = isNode ? firstRoot : proof[0];
        var newHash = oldHash;
        for (var i = isNode ? 0 : 1; i < proof.Count; i++)
        {
            if (sn == 0)
            {
                return false;
            }

            if (IsRightChild(fn, sn))
            {
                oldHash = HashChildren(proof[i], oldHash);
                newHash = HashChildren(proof[i], newHash);
                SkipLevelsWithoutNeighbour(ref fn, ref sn);
            }
            else
            {
                newHash = HashChildren(newHash, proof[i]);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 && oldHash == firstRoot && newHash == secondRoot;
    }

    /// <summary>Whether a proof shows that a tree began as a smaller one, where nothing is known of the bytes.</summary>
    /// <remarks>As the other overload; a hash that is not 32 bytes long is one more thing that is false.</remarks>
    /// <param name="first">The size of the smaller tree.</param>
    /// <param name="second">The size of the larger tree.</param>
    /// <param name="firstRoot">The root of the smaller tree, of any length.</param>
    /// <param name="secondRoot">The root of the larger tree, of any length.</param>
    /// <param name="proof">The hashes, of any length.</param>
    public static bool VerifyConsistency(
        long first,
        long second,
        ReadOnlyMemory<byte> firstRoot,
        ReadOnlyMemory<byte> secondRoot,
        IReadOnlyList<ReadOnlyMemory<byte>> proof
    ) =>
        TryRead(firstRoot, out var oldRoot)
        && TryRead(secondRoot, out var newRoot)
        && TryRead(proof, out var hashes)
        && VerifyConsistency(first, second, oldRoot, newRoot, hashes);

    private static bool IsRightChild(long fn, long sn) => (fn & 1) == 1 || fn == sn;

    // The last node of a level that has no neighbour goes up as it is.
    private static void SkipLevelsWithoutNeighbour(ref long fn, ref long sn)
    {
        while ((fn & 1) == 0 && fn != 0)
        {
            fn >>= 1;
            sn >>= 1;
        }
    }

    private static bool TryRead(ReadOnlyMemory<byte> bytes, out MerkleHash hash)
    {
        var isHash = bytes.Length == MerkleHash.Size;
        hash = isHash ? MerkleHash.FromBytes(bytes.Span) : default;
        return isHash;
    }

    private static bool TryRead(IReadOnlyList<ReadOnlyMemory<byte>> proof, out MerkleHash[] hashes)
    {
        ArgumentNullException.ThrowIfNull(proof);
        hashes = new MerkleHash[proof.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (!TryRead(proof[i], out hashes[i]))
            {
                return false;
            }
        }

        return true;
    }
}
