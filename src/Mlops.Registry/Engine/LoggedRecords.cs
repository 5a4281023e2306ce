using Mlops.Registry.Audit;
using Mlops.Registry.Stores;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

/// <summary>What the log says that each record is.</summary>
internal sealed class LoggedRecords
{
    private readonly Dictionary<RecordKey, Logged> _records = [];

    /// <summary>Takes in what an entry says.</summary>
    public void Add(long index, AuditEntry entry)
    {
        foreach (var change in entry.Changes)
        {
            _records[new RecordKey(change.Kind, change.Id)] = new Logged(index, change.Revision, change.Digest);
        }
    }

    /// <summary>Holds a record against the log.</summary>
    public RecordFinding? Compare(StoredRecord record)
    {
        if (!_records.Remove(record.Key, out var logged))
        {
            return new RecordFinding(record.Key, null, $"{record.Key} is there, and no entry of the log made it.");
        }

        if (logged.Digest is not { } digest)
        {
            return new RecordFinding(
                record.Key,
                logged.Entry,
                FormattableString.Invariant(
                    $"{record.Key} is there, and entry {logged.Entry} says that it was deleted."
                )
            );
        }

        var actual = ContentDigest.Of(record.Payload.Span);
        if (actual != digest)
        {
            return new RecordFinding(
                record.Key,
                logged.Entry,
                FormattableString.Invariant(
                    $"{record.Key} was altered outside the registry: entry {logged.Entry} left it with the digest {digest}, and it has {actual}."
                )
            );
        }

        return record.Revision == logged.Revision
            ? null
            : new RecordFinding(
                record.Key,
                logged.Entry,
                FormattableString.Invariant(
                    $"{record.Key} is at revision {record.Revision}, and entry {logged.Entry} left it at {logged.Revision}."
                )
            );
    }

    /// <summary>The records that the log has and the store has not.</summary>
    public IEnumerable<RecordFinding> Missing() =>
        _records
            .Where(record => record.Value.Digest is not null)
            .Select(record => new RecordFinding(
                record.Key,
                record.Value.Entry,
                FormattableString.Invariant(
                    $"{record.Key} is not there, and entry {record.Value.Entry} left it at revision {record.Value.Revision}."
                )
            ))
            .OrderBy(finding => finding.Entry);

    private readonly record struct Logged(long Entry, long Revision, ContentDigest? Digest);
}
