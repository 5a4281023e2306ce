namespace Mlops.Registry.Stores;

/// <summary>A unit of work that reads, decides and writes alone: nobody else changes the store while it lasts.</summary>
/// <remarks>It sees its own writes. When the delegate that got it throws, nothing of it remains.</remarks>
public interface IRegistryTransaction : IRegistryReader
{
    /// <summary>Writes a record.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="expectedRevision">The revision it must have now; 0 when it must not exist.</param>
    /// <param name="payload">Its new canonical JSON.</param>
    /// <param name="index">By what it is found.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its new revision: <paramref name="expectedRevision"/> + 1.</returns>
    /// <exception cref="RevisionConflictException">
    /// It has another revision. Of a record that the unit has not read, and expects not to exist, a store may say so
    /// later: with another call, or when the unit ends.
    /// </exception>
    ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a record.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="expectedRevision">The revision it must have now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RevisionConflictException">It has another revision, or is not there.</exception>
    ValueTask DeleteAsync(RecordKey key, long expectedRevision, CancellationToken cancellationToken = default);

    /// <summary>Appends an entry to the log; the store keeps its bytes, its leaf hash, and the nodes of the tree that it completes.</summary>
    /// <param name="entry">The bytes of the leaf: at most 1 MiB.</param>
    /// <param name="subject">Under which subject it is found: a model's name, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its index: the size of the log before.</returns>
    ValueTask<long> AppendAsync(
        ReadOnlyMemory<byte> entry,
        string? subject,
        CancellationToken cancellationToken = default
    );
}
