using Mlops.Registry.Audit;
using Mlops.Registry.Models;
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
            _records[new RecordKey(change.Kind, change.Id)] = new Logged(
                index,
                entry.At,
                entry.Model,
                entry.Version,
                change.Revision,
                change.Digest
            );
        }
    }

    /// <summary>Holds a page of records against the log, and what they are found by against what they are.</summary>
    public async ValueTask CompareAsync(
        IRegistryReader reader,
        IReadOnlyList<StoredRecord> records,
        List<RecordFinding> findings,
        CancellationToken cancellationToken
    )
    {
        var expected = new Dictionary<RecordKey, RecordIndex>(records.Count);
        var entries = new Dictionary<RecordKey, long>(records.Count);
        foreach (var record in records)
        {
            if (!_records.Remove(record.Key, out var logged))
            {
                findings.Add(
                    new RecordFinding(record.Key, null, $"{record.Key} is there, and no entry of the log made it.")
                );
            }
            else if (Compare(record, logged) is { } finding)
            {
                findings.Add(finding);
            }
            else if (LoggedIndex.Of(record, logged.At, logged.Model, logged.Version) is { } index)
            {
                expected.Add(record.Key, index);
                entries.Add(record.Key, logged.Entry);
            }
        }

        var misindexed = await reader.FindMisindexedAsync(expected, cancellationToken).ConfigureAwait(false);
        findings.AddRange(
            misindexed.Select(found => Misindexed(found, entries[found.Key])).OrderBy(found => found.Entry)
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

    private static RecordFinding? Compare(StoredRecord record, Logged logged)
    {
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

    private static RecordFinding Misindexed(MisindexedRecord found, long entry) =>
        new(
            found.Key,
            entry,
            FormattableString.Invariant(
                $"{found.Key} is as entry {entry} left it, and searches find it by something else: its {string.Join(", ", found.Parts)} in the index was altered outside the registry."
            )
        );

    private readonly record struct Logged(
        long Entry,
        DateTimeOffset At,
        string? Model,
        VersionKey? Version,
        long Revision,
        ContentDigest? Digest
    );
}
