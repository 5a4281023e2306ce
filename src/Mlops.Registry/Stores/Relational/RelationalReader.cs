using System.Data.Common;
using System.Runtime.CompilerServices;
using Mlops.Registry.Transparency;
using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>Reads from the tables within a unit.</summary>
internal sealed class RelationalReader(SqlUnit unit) : IRegistryReader
{
    private const int EntriesAtOnce = 256;
    private const int BytesAtOnce = 8 << 20;
    private const string SelectRecord =
        $"SELECT revision, payload, {RecordColumns.Names} FROM mlops_record WHERE kind = @kind AND id = @id";

    private const string SelectEntries =
        "SELECT idx, entry, leaf_hash FROM mlops_audit WHERE idx >= @from AND idx < @end ORDER BY idx LIMIT @limit";

    private const string SelectSubject = """
        SELECT a.idx, a.entry, a.leaf_hash FROM mlops_subject s CROSS JOIN mlops_audit a
        WHERE s.subject = @subject AND s.idx < @before AND a.idx = s.idx ORDER BY s.idx DESC LIMIT @limit
        """;

    private const string CountMarks =
        "SELECT COUNT(*) FROM (SELECT 1 FROM mlops_tag WHERE kind = @kind AND mark = @mark LIMIT 1000) AS few";

    private const string SelectLeaf = "SELECT leaf_hash FROM mlops_audit WHERE idx = @idx";
    private const string SelectNode = "SELECT hash FROM mlops_node WHERE level = @level AND idx = @idx";

    public async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        StoreRules.Check(key);
        var slot = await unit.Command(SelectRecord)
            .Set("kind", (long)key.Kind)
            .Set("id", key.Id)
            .QueryFirstAsync(row => ToSlot(key, row), cancellationToken)
            .ConfigureAwait(false);
        return slot?.Record;
    }

    public async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default)
    {
        StoreRules.Check(query);
        var cursor = RecordCursor.Of(query);
        var rarest =
            query.Tags.Count > 1 ? await FindRarestTagAsync(query, cancellationToken).ConfigureAwait(false) : null;
        var statement = new RecordQueryStatement(query, cursor, rarest);
        var rows = await statement
            .Apply(unit)
            .QueryAsync(
                row =>
                    (
                        Value: row.GetInt64(3),
                        Record: new StoredRecord(
                            new RecordKey(query.Kind, row.GetString(0)),
                            row.GetInt64(1),
                            row.GetFieldValue<byte[]>(2)
                        )
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);

        // The rows are the right ones; joined with their payloads they come in any order.
        var page = rows.OrderByDescending(row => row.Value)
            .ThenBy(row => row.Record.Key.Id, CodePointComparer.Instance)
            .ToList();
        if (page.Count <= query.Limit)
        {
            return new RecordPage([.. page.Select(row => row.Record)], null);
        }

        var (value, last) = page[query.Limit - 1];
        var next = new RecordCursor(query.Order, value, last.Key.Id);
        return new RecordPage([.. page.Take(query.Limit).Select(row => row.Record)], next.ToString());
    }

    public ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(expected);
        return IndexCheck.RunAsync(unit, expected, cancellationToken);
    }

    public async ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        var head = await unit.Command(StoredHead.Select)
            .QueryFirstAsync(row => (LogHead?)StoredHead.ReadHead(row), cancellationToken)
            .ConfigureAwait(false);
        return head ?? new LogHead(0, MerkleTree.EmptyRoot);
    }

    public async IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var end = from > long.MaxValue - count ? long.MaxValue : from + count;
        while (from < end)
        {
            var (entries, isLast) = await ReadSomeAsync(from, end, cancellationToken).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                yield return entry;
            }

            if (isLast)
            {
                yield break;
            }

            from = entries[^1].Index + 1;
        }
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        StoreRules.CheckLimit(limit);
        return await unit.Command(SelectSubject)
            .Set("subject", subject)
            .Set("before", before ?? long.MaxValue)
            .Set("limit", limit)
            .QueryAsync(ToEntry, cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        var hashes = new MerkleHash?[ids.Count];
        var batch = unit.Batch();
        for (var i = 0; i < hashes.Length; i++)
        {
            var at = i;
            var query = batch.AddQuery(ids[i].Level == 0 ? SelectLeaf : SelectNode, row => hashes[at] = ToHash(row, 0));
            query.Set("idx", ids[i].Index);
            if (ids[i].Level > 0)
            {
                query.Set("level", ids[i].Level);
            }
        }

        await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        return hashes;
    }

    /// <summary>Reads a record and, in the same round trip, the head.</summary>
    public async ValueTask<(RecordSlot Slot, MerkleFrontier Frontier)> GetWithFrontierAsync(
        RecordKey key,
        CancellationToken cancellationToken
    )
    {
        RecordSlot? slot = null;
        MerkleFrontier? frontier = null;
        var batch = unit.Batch();
        batch.AddQuery(SelectRecord, row => slot = ToSlot(key, row)).Set("kind", (long)key.Kind).Set("id", key.Id);
        batch.AddQuery(StoredHead.Select, row => frontier = StoredHead.ReadFrontier(row));
        await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        return (slot ?? new RecordSlot(null, default), frontier ?? new MerkleFrontier());
    }

    public async ValueTask<RecordSlot> GetSlotAsync(RecordKey key, CancellationToken cancellationToken) =>
        await unit.Command(SelectRecord)
            .Set("kind", (long)key.Kind)
            .Set("id", key.Id)
            .QueryFirstAsync(row => ToSlot(key, row), cancellationToken)
            .ConfigureAwait(false)
        ?? new RecordSlot(null, default);

    public async ValueTask<MerkleFrontier> GetFrontierAsync(CancellationToken cancellationToken) =>
        await unit.Command(StoredHead.Select)
            .QueryFirstAsync(StoredHead.ReadFrontier, cancellationToken)
            .ConfigureAwait(false)
        ?? new MerkleFrontier();

    // A page of two tags walks along the records of one: along the few rather than the many.
    private async ValueTask<string?> FindRarestTagAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var (rarest, least) = ((string?)null, long.MaxValue);
        foreach (var (name, value) in query.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            var count = await unit.Command(CountMarks)
                .Set("kind", (long)query.Kind)
                .Set("mark", RecordWrites.Mark(name, value))
                .QueryInt64Async(cancellationToken)
                .ConfigureAwait(false);
            if (count < least)
            {
                (rarest, least) = (name, count.Value);
            }
        }

        return rarest;
    }

    private async ValueTask<(List<StoredEntry> Entries, bool IsLast)> ReadSomeAsync(
        long from,
        long end,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<StoredEntry>();
        var bytes = 0L;
        await unit.Command(SelectEntries)
            .Set("from", from)
            .Set("end", end)
            .Set("limit", EntriesAtOnce)
            .ForEachAsync(
                row =>
                {
                    var entry = ToEntry(row);
                    entries.Add(entry);
                    bytes += entry.Bytes.Length;
                    return bytes < BytesAtOnce;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return (entries, entries.Count < EntriesAtOnce && bytes < BytesAtOnce);
    }

    private static RecordSlot ToSlot(RecordKey key, DbDataReader row) =>
        new(new StoredRecord(key, row.GetInt64(0), row.GetFieldValue<byte[]>(1)), RecordColumns.Read(row, 2));

    private static StoredEntry ToEntry(DbDataReader row) =>
        new(row.GetInt64(0), row.GetBytesOrNull(1) ?? [], ToHash(row, 2));

    // Whoever verifies the log names what was tampered with; a hash of another length is none that any entry has.
    private static MerkleHash ToHash(DbDataReader row, int ordinal) =>
        row.GetBytesOrNull(ordinal) is { Length: MerkleHash.Size } bytes ? MerkleHash.FromBytes(bytes) : default;
}
