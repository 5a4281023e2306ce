namespace Mlops.Registry.Transparency;

/// <summary>Reads stored nodes of a log.</summary>
public interface IMerkleNodeReader
{
    /// <summary>Reads the hashes of nodes.</summary>
    /// <param name="ids">The nodes; may be empty.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>As many hashes, in the same order; null for a node that is not stored.</returns>
    ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    );
}
