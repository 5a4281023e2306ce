using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mlops.Registry.Transparency;
using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>Reads and writes within a unit.</summary>
/// <remarks>
/// Writes are held back until the decision has ended or asks for more than records and the head, and are then sent
/// together. So a unit that fails has mostly written nothing, and the units that share its transaction go on; and
/// a server is asked once for all of it. What was read stays true: nobody else writes meanwhile.
/// </remarks>
internal sealed class RelationalTransaction(WriteUnit unit) : IRegistryTransaction
{
    private const string InsertEntry =
        "INSERT INTO mlops_audit (idx, entry, leaf_hash) VALUES (@idx, @entry, @leafHash)";

    private const string InsertNode = "INSERT INTO mlops_node (level, idx, hash) VALUES (@level, @idx, @hash)";
    private const string InsertSubject = "INSERT INTO mlops_subject (subject, idx) VALUES (@subject, @idx)";

    private readonly RelationalReader _reader = new(unit);
    private readonly bool _asksServer = unit.Dialect.Name != "sqlite";
    private readonly Dictionary<RecordKey, RecordSlot> _slots = [];
    private readonly List<(StoredEntry Entry, string? Subject)> _entries = [];
    private readonly List<MerkleNode> _nodes = [];
    private MerkleFrontier? _frontier;
    private long _storedSize;
    private bool _changedRecords;
    private bool _appended;
    private bool _isOver;
    private RevisionConflictException? _conflict;

    public async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        return (await GetSlotAsync(key, cancellationToken).ConfigureAwait(false)).Record;
    }

    public async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return await _reader.QueryAsync(query, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return await _reader.FindMisindexedAsync(expected, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        var frontier = await GetFrontierAsync(cancellationToken).ConfigureAwait(false);
        return new LogHead(frontier.Size, frontier.Root);
    }

    public async IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        var entries = _reader.ReadEntriesAsync(from, count, cancellationToken);
        await foreach (var entry in entries.ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return await _reader.ReadSubjectAsync(subject, before, limit, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return await _reader.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        StoreRules.Check(index);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedRevision);
        var own = payload.ToArray();
        var slot =
            expectedRevision == 0 && AssumeNone(key) is { } assumed
                ? assumed
                : await GetSlotAtAsync(key, expectedRevision, cancellationToken).ConfigureAwait(false);
        slot.Change(new StoredRecord(key, expectedRevision + 1, own), index);
        _changedRecords = true;
        return expectedRevision + 1;
    }

    public async ValueTask DeleteAsync(
        RecordKey key,
        long expectedRevision,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedRevision, 1);
        if (_slots.TryGetValue(key, out var known) && known is { IsAssumed: true, IsChanged: true })
        {
            // Nothing would be left to find the conflict by.
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        var slot = await GetSlotAtAsync(key, expectedRevision, cancellationToken).ConfigureAwait(false);
        slot.Change(null, RecordIndex.None);
        _changedRecords = true;
    }

    public async ValueTask<long> AppendAsync(
        ReadOnlyMemory<byte> entry,
        string? subject,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        StoreRules.CheckEntry(entry, subject);
        var own = entry.ToArray();
        var frontier = await GetFrontierAsync(cancellationToken).ConfigureAwait(false);
        var stored = new StoredEntry(frontier.Size, own, MerkleTree.HashLeaf(own));
        _entries.Add((stored, subject));
        frontier.Append(stored.LeafHash, _nodes.Add);
        _appended = true;
        return stored.Index;
    }

    /// <summary>Writes what was held back.</summary>
    /// <exception cref="InvalidOperationException">Records were changed and no entry was appended.</exception>
    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        ThrowIfConflict();
        if (_changedRecords && !_appended)
        {
            throw StoreRules.NoEntry();
        }

        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void End() => _isOver = true;

    /// <summary>The array of which a memory is the whole, and a copy of what is not a whole array.</summary>
    public static byte[] ArrayOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Array!.Length == bytes.Length
            ? part.Array
            : bytes.ToArray();

    private void Enter(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isOver)
        {
            throw StoreRules.IsOver();
        }

        ThrowIfConflict();
    }

    // Who caught it and went on must not commit what came with it.
    private void ThrowIfConflict()
    {
        if (_conflict is { } conflict)
        {
            throw new RevisionConflictException(conflict.Key, conflict.Expected, conflict.Actual);
        }
    }

    // A server is not asked whether a record is there that is to be new: its insert tells, in the round trip of all writes.
    private RecordSlot? AssumeNone(RecordKey key)
    {
        StoreRules.Check(key);
        if (!_asksServer || _slots.ContainsKey(key))
        {
            return null;
        }

        var slot = new RecordSlot(null, default) { IsAssumed = true };
        _slots.Add(key, slot);
        return slot;
    }

    private async ValueTask<RecordSlot> GetSlotAtAsync(RecordKey key, long expected, CancellationToken token)
    {
        var slot = await GetSlotAsync(key, token).ConfigureAwait(false);
        return slot.Revision == expected ? slot : throw new RevisionConflictException(key, expected, slot.Revision);
    }

    private async ValueTask<RecordSlot> GetSlotAsync(RecordKey key, CancellationToken token)
    {
        StoreRules.Check(key);
        if (_slots.TryGetValue(key, out var known))
        {
            return known;
        }

        RecordSlot slot;
        if (_frontier is null)
        {
            (slot, _frontier) = await _reader.GetWithFrontierAsync(key, token).ConfigureAwait(false);
            _storedSize = _frontier.Size;
        }
        else
        {
            slot = await _reader.GetSlotAsync(key, token).ConfigureAwait(false);
        }

        _slots.Add(key, slot);
        return slot;
    }

    private async ValueTask<MerkleFrontier> GetFrontierAsync(CancellationToken token)
    {
        if (_frontier is null)
        {
            _frontier = await _reader.GetFrontierAsync(token).ConfigureAwait(false);
            _storedSize = _frontier.Size;
        }

        return _frontier;
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        var batch = unit.Batch();
        var single = new List<int>();
        var assumed = new List<(int At, RecordKey Key)>();
        foreach (var (key, slot) in _slots.Where(slot => slot.Value.IsChanged))
        {
            var at = batch.Count;
            if (RecordWrites.Add(batch, key, slot))
            {
                if (slot.IsAssumed)
                {
                    assumed.Add((at, key));
                }
                else
                {
                    single.Add(at);
                }
            }

            slot.Settle();
        }

        if (_entries.Count > 0)
        {
            AddLog(batch);
            single.Add(batch.Count - 1);
        }

        var counts = await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (_, key) in assumed.Where(insert => counts[insert.At] != 1))
        {
            var actual = await _reader.GetAsync(key, cancellationToken).ConfigureAwait(false);
            _conflict = new RevisionConflictException(key, 0, actual?.Revision ?? 0);
            throw _conflict;
        }

        if (single.Exists(at => counts[at] != 1))
        {
            throw new InvalidDataException(
                "The registry's tables were changed beside the registry while it wrote: the unit's own reads no longer hold, and it was taken back."
            );
        }
    }

    private void AddLog(StatementBatch batch)
    {
        foreach (var (entry, subject) in _entries)
        {
            batch
                .Add(InsertEntry)
                .Set("idx", entry.Index)
                .Set("entry", ArrayOf(entry.Bytes))
                .Set("leafHash", entry.LeafHash.ToArray());
            if (subject is not null)
            {
                batch.Add(InsertSubject).Set("subject", subject).Set("idx", entry.Index);
            }
        }

        // The leaves' hashes stand beside their entries.
        foreach (var node in _nodes.Where(node => node.Id.Level > 0))
        {
            batch
                .Add(InsertNode)
                .Set("level", node.Id.Level)
                .Set("idx", node.Id.Index)
                .Set("hash", node.Hash.ToArray());
        }

        StoredHead.AddWrite(batch, _frontier!, _storedSize);
        _storedSize = _frontier!.Size;
        _entries.Clear();
        _nodes.Clear();
    }
}
