using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Engine;

/// <summary>What a unit reads; it learns the head with its first record, which a store then reads in one round trip.</summary>
internal sealed class UnitReader(IRegistryTransaction transaction) : IRegistryReader
{
    private long? _size;

    /// <summary>The size of the log, once anything was read.</summary>
    public long Size => _size ?? throw new InvalidOperationException("The unit has read nothing yet.");

    public async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        var record = await transaction.GetAsync(key, cancellationToken).ConfigureAwait(false);
        await LearnSizeAsync(cancellationToken).ConfigureAwait(false);
        return record;
    }

    public async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default)
    {
        await LearnSizeAsync(cancellationToken).ConfigureAwait(false);
        return await transaction.QueryAsync(query, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    ) => transaction.FindMisindexedAsync(expected, cancellationToken);

    public ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default) =>
        transaction.GetHeadAsync(cancellationToken);

    public IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        CancellationToken cancellationToken = default
    ) => transaction.ReadEntriesAsync(from, count, cancellationToken);

    public ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    ) => transaction.ReadSubjectAsync(subject, before, limit, cancellationToken);

    public ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    ) => transaction.ReadAsync(ids, cancellationToken);

    /// <summary>Asks for the size of the log if it is not known.</summary>
    public async ValueTask LearnSizeAsync(CancellationToken cancellationToken) =>
        _size ??= (await transaction.GetHeadAsync(cancellationToken).ConfigureAwait(false)).Size;
}
