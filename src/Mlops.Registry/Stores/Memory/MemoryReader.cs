using System.Runtime.CompilerServices;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Stores.Memory;

/// <summary>Reads from a state.</summary>
internal class MemoryReader(MemoryState state) : IRegistryReader
{
    private volatile bool _isOver;

    public MemoryState State { get; protected set; } = state;

    public void End() => _isOver = true;

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        StoreRules.Check(key);
        return new(State.Find(key)?.Record);
    }

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        StoreRules.Check(query);
        var cursor = RecordCursor.Of(query);
        var matching = State.Records[(int)query.Kind].Values.Where(record => record.Matches(query));
        if (query.Order != RecordOrder.Id)
        {
            // The sort is stable, and the records come by id.
            matching = matching.OrderByDescending(record => RecordCursor.ValueOf(record.Index, query.Order));
        }

        var records = matching
            .SkipWhile(record => cursor is { } after && !IsAfter(record, after))
            .Take(query.Limit + 1);
        return new(ToPage([.. records], query));
    }

    public ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(expected);
        Enter(cancellationToken);
        var found = new List<MisindexedRecord>();
        foreach (var (key, index) in expected)
        {
            StoreRules.Check(key);
            if (State.Find(key)?.Index.DifferencesFrom(index) is { Count: > 0 } parts)
            {
                found.Add(new MisindexedRecord(key, parts));
            }
        }

        return new(found);
    }

    public ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        return new(State.Head);
    }

    public async IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        await Task.CompletedTask.ConfigureAwait(false);
        var entries = State.Entries;
        for (var i = from; i < entries.Count && i - from < count; i++)
        {
            Enter(cancellationToken);
            yield return entries[(int)i];
        }
    }

    public ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        Enter(cancellationToken);
        StoreRules.CheckLimit(limit);
        var found = new List<StoredEntry>();
        if (State.Subjects.TryGetValue(subject, out var indices))
        {
            var end = before is { } below ? indices.CountBelow(below) : indices.Count;
            for (var i = end - 1; i >= 0 && found.Count < limit; i--)
            {
                found.Add(State.Entries[(int)indices[i]]);
            }
        }

        return new(found);
    }

    public ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        Enter(cancellationToken);
        var hashes = new MerkleHash?[ids.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = ids[i].End <= State.Entries.Count ? State.Nodes[(int)ids[i].Position] : null;
        }

        return new(hashes);
    }

    protected void Enter(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isOver)
        {
            throw StoreRules.IsOver();
        }
    }

    private static bool IsAfter(MemoryRecord record, RecordCursor cursor)
    {
        var value = RecordCursor.ValueOf(record.Index, cursor.Order);
        return value < cursor.Value
            || (value == cursor.Value && CodePointComparer.Instance.Compare(record.Record.Key.Id, cursor.Id) > 0);
    }

    private static RecordPage ToPage(List<MemoryRecord> records, RecordQuery query)
    {
        if (records.Count <= query.Limit)
        {
            return new RecordPage([.. records.Select(record => record.Record)], null);
        }

        var last = records[query.Limit - 1];
        var next = new RecordCursor(query.Order, RecordCursor.ValueOf(last.Index, query.Order), last.Record.Key.Id);
        return new RecordPage([.. records.Take(query.Limit).Select(record => record.Record)], next.ToString());
    }
}
