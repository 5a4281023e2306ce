using System.Globalization;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Redaction;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>Reads what happened to a model.</summary>
internal static class History
{
    private const int Chunk = 200;

    public static async ValueTask<Page<AuditEntry>> ReadAsync(
        IRegistryReader reader,
        HistoryQuery query,
        CancellationToken cancellationToken
    )
    {
        var found = new List<AuditEntry>();
        var before = Before(query);
        while (true)
        {
            var entries = await reader
                .ReadSubjectAsync(query.Model, before, Chunk, cancellationToken)
                .ConfigureAwait(false);
            foreach (var stored in entries)
            {
                var entry = RegistryJson.Deserialize<AuditEntry>(stored.Bytes.Span);
                if (!Matches(query, entry))
                {
                    continue;
                }

                if (found.Count == query.Limit)
                {
                    return new Page<AuditEntry>(found, (found[^1].Index).ToString(CultureInfo.InvariantCulture));
                }

                found.Add(await WithTextAsync(reader, entry, cancellationToken).ConfigureAwait(false));
            }

            if (entries.Count < Chunk)
            {
                return new Page<AuditEntry>(found, null);
            }

            before = entries[^1].Index;
        }
    }

    private static long? Before(HistoryQuery query)
    {
        if (query.After is null)
        {
            return null;
        }

        return long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new ArgumentException(
                $"'{query.After}' is not where a page of a history begins: take it from the page before.",
                nameof(query)
            );
    }

    /// <summary>The entry with the text of its reason, where the log has only the digest and the text was not erased.</summary>
    public static async ValueTask<AuditEntry> WithTextAsync(
        IRegistryReader reader,
        AuditEntry entry,
        CancellationToken cancellationToken
    )
    {
        if (!Redactor.IsDigest(entry.Reason))
        {
            return entry;
        }

        var note = await reader.GetAsync(Records.Note(entry.Index), cancellationToken).ConfigureAwait(false);
        return note is null ? entry : entry with { Reason = RegistryJson.Deserialize<string>(note.Payload.Span) };
    }

    // A version is superseded, and left by a rollback, in the entry of another.
    private static bool Changed(HistoryQuery query, AuditEntry entry)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{query.Model}@{query.Number}");
        return entry.Changes.Any(change => change.Kind == RecordKind.Version && change.Id == id);
    }

    private static bool Matches(HistoryQuery query, AuditEntry entry) =>
        (query.Number is null || entry.Version?.Number == query.Number || Changed(query, entry))
        && (query.Actions.Count == 0 ? entry.Action != AuditAction.Read : query.Actions.Contains(entry.Action));
}
