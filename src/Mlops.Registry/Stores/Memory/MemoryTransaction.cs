using Mlops.Registry.Transparency;

namespace Mlops.Registry.Stores.Memory;

/// <summary>Writes to a state of its own, which the store takes over when the unit succeeds.</summary>
internal sealed class MemoryTransaction(MemoryState state) : MemoryReader(state), IRegistryTransaction
{
    private readonly MemoryState _start = state;
    private MerkleFrontier? _frontier;
    private bool _changedRecords;

    /// <summary>What the unit made of the state.</summary>
    /// <exception cref="InvalidOperationException">It changed records and appended no entry.</exception>
    public MemoryState Finish() =>
        _changedRecords && State.Head.Size == _start.Head.Size ? throw StoreRules.NoEntry() : State;

    public ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        StoreRules.Check(key);
        StoreRules.Check(index);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedRevision);
        ThrowIfNotAt(key, expectedRevision);
        var record = new StoredRecord(key, expectedRevision + 1, payload.ToArray());
        var own = index with { Tags = new Dictionary<string, string>(index.Tags, StringComparer.Ordinal) };
        State = State.With(new MemoryRecord(record, own));
        _changedRecords = true;
        return new(record.Revision);
    }

    public ValueTask DeleteAsync(RecordKey key, long expectedRevision, CancellationToken cancellationToken = default)
    {
        Enter(cancellationToken);
        StoreRules.Check(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedRevision, 1);
        ThrowIfNotAt(key, expectedRevision);
        State = State.Without(key);
        _changedRecords = true;
        return default;
    }

    public ValueTask<long> AppendAsync(
        ReadOnlyMemory<byte> entry,
        string? subject,
        CancellationToken cancellationToken = default
    )
    {
        Enter(cancellationToken);
        StoreRules.CheckEntry(entry, subject);
        _frontier ??= State.Frontier.Copy();
        var index = _frontier.Size;
        var hash = MerkleTree.HashLeaf(entry.Span);
        var nodes = State.Nodes;
        _frontier.Append(hash, node => nodes = nodes.Add(node.Hash));
        State = State with
        {
            Entries = State.Entries.Add(new StoredEntry(index, entry.ToArray(), hash)),
            Nodes = nodes,
            Frontier = _frontier,
            Head = new LogHead(index + 1, _frontier.Root),
            Subjects = subject is null
                ? State.Subjects
                : State.Subjects.SetItem(subject, State.Subjects.GetValueOrDefault(subject).Add(index)),
        };
        return new(index);
    }

    private void ThrowIfNotAt(RecordKey key, long expectedRevision)
    {
        var actual = State.Find(key)?.Record.Revision ?? 0;
        if (actual != expectedRevision)
        {
            throw new RevisionConflictException(key, expectedRevision, actual);
        }
    }
}
