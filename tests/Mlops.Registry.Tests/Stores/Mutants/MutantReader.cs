using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Stores.Mutants;

/// <summary>A reader that hands everything on; a mutant overrides what it gets wrong.</summary>
internal class MutantReader(IRegistryReader inner) : IRegistryReader
{
    public virtual ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken = default) =>
        inner.GetAsync(key, cancellationToken);

    public virtual ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) =>
        inner.QueryAsync(query, cancellationToken);

    public virtual ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    ) => inner.FindMisindexedAsync(expected, cancellationToken);

    public virtual ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default) =>
        inner.GetHeadAsync(cancellationToken);

    public virtual IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        CancellationToken cancellationToken = default
    ) => inner.ReadEntriesAsync(from, count, cancellationToken);

    public virtual ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    ) => inner.ReadSubjectAsync(subject, before, limit, cancellationToken);

    public virtual ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    ) => inner.ReadAsync(ids, cancellationToken);
}
