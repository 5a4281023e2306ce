using System.Globalization;
using Mlops.Registry.Audit;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Soak;

/// <summary>Holds a growing log against what writers were told.</summary>
internal sealed class LogCheck
{
    private readonly Dictionary<string, AuditEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>The size of the log up to which it was read.</summary>
    public long Size { get; private set; }

    public List<string> Faults { get; } = [];

    /// <summary>The revision of the alias by the log.</summary>
    public long AliasRevision { get; private set; }

    public long AcknowledgedMoves { get; private set; }

    public Dictionary<string, long> CountByOperation { get; } = new(StringComparer.Ordinal);

    public long AcknowledgedCount => _acknowledged.Count;

    public long UnacknowledgedCount { get; private set; }

    public long UnknownCount => _unknown.Count;

    /// <summary>How many versions each model has by the log.</summary>
    public IReadOnlyDictionary<string, int> Versions => _versions;

    /// <summary>Reads the entries that are new, and holds them against the journal of the processes that wrote them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="journal">What was acknowledged since the last check.</param>
    /// <param name="spare">How many unacknowledged changes each writer may have: one when it was killed.</param>
    public async Task CheckAsync(IRegistryStore store, IReadOnlyList<Acknowledgement> journal, int spare)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        await store.ReadAsync(
            async (reader, token) =>
            {
                await foreach (var stored in reader.ReadEntriesAsync(Size, long.MaxValue, token))
                {
                    Take(RegistryJson.Deserialize<AuditEntry>(stored.Bytes.Span), added);
                }

                return 0;
            }
        );
        foreach (var acknowledgement in journal)
        {
            Compare(acknowledgement, added);
        }

        UnacknowledgedCount += added.Count;
        foreach (var writer in added.GroupBy(Acknowledgement.WriterOf).Where(writer => writer.Count() > spare))
        {
            Faults.Add(
                $"Writer {writer.Key} has changes in the log that it was not told of: {string.Join(", ", writer)}."
            );
        }
    }

    /// <summary>Whether a change is in the log.</summary>
    public bool Contains(string change) => _entries.ContainsKey(change);

    /// <summary>The acknowledged changes of an operation.</summary>
    public IEnumerable<string> AcknowledgedOf(AuditAction action) =>
        _acknowledged.Where(change => _entries.TryGetValue(change, out var entry) && entry.Action == action);

    private void Take(AuditEntry entry, HashSet<string> added)
    {
        if (entry.Index != Size)
        {
            Faults.Add($"Entry {Size} says that it is entry {entry.Index}.");
        }

        Size++;
        if (entry.Outcome != AuditOutcome.Done)
        {
            Faults.Add($"Entry {entry.Index} was {entry.Outcome}: {entry.Reason}");
        }

        if (entry.Action == AuditAction.VersionRegistered)
        {
            var expected = _versions.GetValueOrDefault(entry.Model!) + 1;
            if (entry.Version!.Value.Number != expected)
            {
                Faults.Add($"Entry {entry.Index} registered {entry.Version}; its number should be {expected}.");
            }

            _versions[entry.Model!] = expected;
        }

        if (entry.Action == AuditAction.AliasMoved)
        {
            AliasRevision++;
            var revision = entry.Changes.Single(change => change.Kind == RecordKind.Alias).Revision;
            if (revision != AliasRevision)
            {
                Faults.Add($"Entry {entry.Index} moved the alias to revision {revision}, after {AliasRevision - 1}.");
            }
        }

        if (ChangeOf(entry) is not { } name)
        {
            return;
        }

        if (!_entries.TryAdd(name, entry))
        {
            Faults.Add($"Change {name} is in the log twice: entries {_entries[name].Index} and {entry.Index}.");
        }

        var (writer, number) = (
            Acknowledgement.WriterOf(name),
            long.Parse(name[(name.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture)
        );
        if (_lastOf.TryGetValue(writer, out var last) && last >= number)
        {
            Faults.Add($"Writer {writer} made change {number} after {last}, and the log has it before.");
        }

        _lastOf[writer] = number;
        added.Add(name);
    }

    private void Compare(Acknowledgement told, HashSet<string> added)
    {
        var isThere = added.Remove(told.Change);
        if (told.Operation == Acknowledgement.Unknown)
        {
            _unknown.Add(told.Change);
            return;
        }

        if (!_acknowledged.Add(told.Change))
        {
            Faults.Add($"Change {told.Change} was acknowledged twice.");
        }

        CountByOperation[told.Operation] = CountByOperation.GetValueOrDefault(told.Operation) + 1;
        AcknowledgedMoves += told.Operation == "alias" ? 1 : 0;
        if (!isThere)
        {
            Faults.Add($"Change {told} was acknowledged, and is not in the log.");
        }
        else if (
            !_entries[told.Change].Changes.Any(c => $"{c.Kind} {c.Id}" == told.Record && c.Revision == told.Revision)
        )
        {
            Faults.Add($"Change {told} was acknowledged, and its entry has other changes.");
        }
    }

    /// <summary>The name that a writer gave its change; none for reads, checkpoints and what was there before.</summary>
    private static string? ChangeOf(AuditEntry entry) =>
        entry.Action switch
        {
            AuditAction.Read or AuditAction.CheckpointSigned or AuditAction.ModelCreated => null,
            AuditAction.Approved => entry.Ticket,
            AuditAction.EvidenceAttached => entry.Details["kind"][Writer.EvidenceKind.Length..],
            _ => entry.Reason,
        };
}
