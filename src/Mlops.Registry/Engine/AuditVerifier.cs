using Mlops.Registry.Audit;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Engine;

/// <summary>Holds the log against itself, against checkpoints from outside, and the records against the log.</summary>
internal static class AuditVerifier
{
    private const int PageSize = 1000;
    private const int ReportEvery = 4096;

    public static async ValueTask<AuditVerification> VerifyAsync(
        IRegistryReader reader,
        ModelRegistryOptions registry,
        VerifyOptions? options,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        options ??= new VerifyOptions();
        var head = await reader.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        var verifier = new LogVerifier(
            new LogVerifierOptions
            {
                Origin = registry.Origin,
                Trusted = [.. options.Keys, .. Checkpointing.Trusted(registry)],
                HeadSize = head.Size,
                HeadRoot = head.Root,
                Nodes = StoredNodes.All,
            }
        );
        foreach (var note in options.Checkpoints)
        {
            verifier.AddCheckpoint(note);
        }

        foreach (var source in registry.CheckpointSources)
        {
            try
            {
                await foreach (var note in source.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    verifier.AddCheckpoint(note);
                }
            }
            catch (FormatException exception)
            {
                verifier.AddUnreadableCheckpoint(exception.Message);
            }
        }

        var records = new LoggedRecords();
        var subjects = new LoggedSubjects();
        await ReadLogAsync(
                reader,
                verifier,
                (index, entry) =>
                {
                    records.Add(index, entry);
                    subjects.Add(index, entry);
                },
                head.Size,
                progress,
                cancellationToken
            )
            .ConfigureAwait(false);
        var log = verifier.Complete();
        var (count, findings) = options.Records
            ? await CompareAsync(reader, records, subjects, cancellationToken).ConfigureAwait(false)
            : (0, []);
        var status = findings.Count > 0 ? LogStatus.Broken : log.Status;
        return new AuditVerification(status, log, count, findings);
    }

    private static async ValueTask ReadLogAsync(
        IRegistryReader reader,
        LogVerifier verifier,
        Action<long, AuditEntry> take,
        long size,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        var nodes = new NodeWindow(reader);
        long read = 0;
        // Beyond the head as well: an entry there is a finding.
        await foreach (var entry in reader.ReadEntriesAsync(0, long.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            await nodes.AddUntilAsync(verifier, entry.Index, cancellationToken).ConfigureAwait(false);
            verifier.Add(new LogEntry(entry.Index, entry.Bytes, entry.LeafHash));
            Take(entry, take);
            if (++read % ReportEvery == 0)
            {
                progress?.Report(read);
            }
        }

        await nodes.AddUntilAsync(verifier, size - 1, cancellationToken).ConfigureAwait(false);
        progress?.Report(read);
    }

    // One that can't be read says nothing here; the log's verifier names it.
    private static void Take(StoredEntry stored, Action<long, AuditEntry> take)
    {
        AuditEntry entry;
        try
        {
            entry = RegistryJson.Deserialize<AuditEntry>(stored.Bytes.Span);
        }
        catch (FormatException)
        {
            return;
        }

        take(stored.Index, entry);
    }

    private static async ValueTask<(long Count, IReadOnlyList<RecordFinding> Findings)> CompareAsync(
        IRegistryReader reader,
        LoggedRecords logged,
        LoggedSubjects subjects,
        CancellationToken cancellationToken
    )
    {
        var findings = new List<RecordFinding>();
        long count = 0;
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            string? after = null;
            do
            {
                var page = await reader
                    .QueryAsync(new RecordQuery(kind) { Limit = PageSize, After = after }, cancellationToken)
                    .ConfigureAwait(false);
                count += page.Records.Count;
                await logged.CompareAsync(reader, page.Records, findings, cancellationToken).ConfigureAwait(false);
                after = page.Next;
            } while (after is not null);
        }

        findings.AddRange(logged.Missing());
        await subjects.CompareAsync(reader, findings, cancellationToken).ConfigureAwait(false);
        return (count, findings);
    }
}
