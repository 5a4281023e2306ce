namespace Mlops.Registry.Transparency;

/// <summary>Roots and proofs of any past size of a log, from its stored nodes.</summary>
/// <remarks>Each asks the reader once, for O(log n) nodes.</remarks>
public static class MerkleProofs
{
    /// <summary>Loads what appending to a log of some size needs.</summary>
    /// <param name="reader">The stored nodes.</param>
    /// <param name="size">The number of entries; 0 reads nothing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">A node is not stored.</exception>
    public static async ValueTask<MerkleFrontier> LoadFrontierAsync(
        IMerkleNodeReader reader,
        long size,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        var ids = MerkleNodeId.FrontierAt(size);
        return new MerkleFrontier(size, await ReadAsync(reader, ids, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The root that the log had at some size.</summary>
    /// <param name="reader">The stored nodes.</param>
    /// <param name="size">The number of entries then.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">A node is not stored.</exception>
    public static async ValueTask<MerkleHash> RootAsync(
        IMerkleNodeReader reader,
        long size,
        CancellationToken cancellationToken = default
    ) => (await LoadFrontierAsync(reader, size, cancellationToken).ConfigureAwait(false)).Root;

    /// <summary>The hashes that show that an entry is in the log as it was at some size.</summary>
    /// <param name="reader">The stored nodes.</param>
    /// <param name="index">The entry, from 0.</param>
    /// <param name="size">The number of entries then, more than <paramref name="index"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The log had no such entry at that size.</exception>
    /// <exception cref="InvalidDataException">A node is not stored.</exception>
    public static ValueTask<IReadOnlyList<MerkleHash>> InclusionAsync(
        IMerkleNodeReader reader,
        long index,
        long size,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ThrowIfTooLarge(size);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        return ReadRangesAsync(reader, MerkleRange.Inclusion(index, size), cancellationToken);
    }

    /// <summary>The hashes that show that the log of one size grew out of the log of another.</summary>
    /// <param name="reader">The stored nodes.</param>
    /// <param name="first">The earlier size, 1 or more.</param>
    /// <param name="second">The later size, <paramref name="first"/> or more.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not such.</exception>
    /// <exception cref="InvalidDataException">A node is not stored.</exception>
    public static ValueTask<IReadOnlyList<MerkleHash>> ConsistencyAsync(
        IMerkleNodeReader reader,
        long first,
        long second,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ThrowIfTooLarge(second);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        return ReadRangesAsync(reader, MerkleRange.Consistency(first, second), cancellationToken);
    }

    private static void ThrowIfTooLarge(long size) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MerkleNodeId.LargestSize);

    private static async ValueTask<IReadOnlyList<MerkleHash>> ReadRangesAsync(
        IMerkleNodeReader reader,
        List<MerkleRange> ranges,
        CancellationToken cancellationToken
    )
    {
        var parts = ranges.ConvertAll(range => range.Nodes().ToArray());
        var ids = parts.SelectMany(part => part).ToArray();
        var hashes = await ReadAsync(reader, ids, cancellationToken).ConfigureAwait(false);
        var proof = new MerkleHash[parts.Count];
        var read = 0;
        for (var i = 0; i < proof.Length; i++)
        {
            read += parts[i].Length;
            proof[i] = hashes[read - 1];
            for (var j = 2; j <= parts[i].Length; j++)
            {
                proof[i] = MerkleTree.HashChildren(hashes[read - j], proof[i]);
            }
        }

        return proof;
    }

    private static async ValueTask<MerkleHash[]> ReadAsync(
        IMerkleNodeReader reader,
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var read = await reader.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        if (read.Count != ids.Count)
        {
            throw new InvalidDataException($"{ids.Count} nodes were asked for and {read.Count} came.");
        }

        var hashes = new MerkleHash[ids.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] =
                read[i]
                ?? throw new InvalidDataException(
                    $"The log has no stored node at {ids[i]}, over the entries {ids[i].Start} to {ids[i].End - 1}."
                );
        }

        return hashes;
    }
}
