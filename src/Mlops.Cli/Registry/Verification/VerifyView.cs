using System.Text.Json;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry.Audit;
using Mlops.Registry.Transparency;
using Spectre.Console;

namespace Mlops.Cli.Registry.Verification;

/// <summary>What a verification has shown: for people, and for machines.</summary>
internal static class VerifyView
{
    private const int MostRecords = 50;

    public static void Write(
        RegistryConsole console,
        AuditVerification found,
        RegistryLocation location,
        RegistryRequest request
    )
    {
        var log = found.Log;
        console.Sentence(
            found.Status switch
            {
                LogStatus.Verified => RegistryConsole.Done,
                LogStatus.RollbackNotExcluded => RegistryConsole.Open,
                _ => RegistryConsole.Refused,
            },
            found.Status switch
            {
                LogStatus.Verified =>
                    $"Verified. The log and the records of {location.Name} agree with each other and with checkpoints from outside.",
                LogStatus.RollbackNotExcluded =>
                    $"Not excluded: {location.Name} agrees with itself, but an older state, or one rewritten throughout, would look the same.",
                _ => $"Broken. {location.Name} is not what was written.{First(found)}",
            }
        );
        console.Facts(
            ("Log", $"{request.Origin}, {Words.Count(log.Size, "entry", "entries")}"),
            ("Root", log.Root?.ToString()),
            ("Records", $"{Words.Count(found.RecordCount, "record")} held against the log"),
            ("Checkpoints", Checkpoints(log))
        );
        Findings(console, found);
        console.Next(Next(found, request));
    }

    public static void Write(Utf8JsonWriter writer, AuditVerification found)
    {
        var log = found.Log;
        writer.WriteStartObject();
        writer.WriteNumber("checkpointCount", log.CheckpointCount);
        writer.WriteNumber("checkpointedSize", log.CheckpointedSize);
        writer.WriteNumber("findingCount", log.FindingCount + found.Records.Count);
        writer.WriteStartArray("findings");
        foreach (var finding in log.Findings)
        {
            writer.WriteStartObject();
            writer.WriteNumber("endEntry", finding.EndEntry);
            writer.WriteString("fault", Words.Of(finding.Fault));
            writer.WriteNumber("firstEntry", finding.FirstEntry);
            writer.WriteString("message", finding.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (found.FirstBadEntry is { } bad)
        {
            writer.WriteNumber("firstBadEntry", bad);
        }

        writer.WriteNumber("recordCount", found.RecordCount);
        writer.WriteStartArray("records");
        foreach (var record in found.Records)
        {
            writer.WriteStartObject();
            if (record.Entry is { } entry)
            {
                writer.WriteNumber("entry", entry);
            }

            writer.WriteString("id", record.Key.Id);
            writer.WriteString("kind", Words.Of(record.Key.Kind));
            writer.WriteString("message", record.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (log.Root is { } root)
        {
            writer.WriteString("root", root.ToString());
        }

        writer.WriteNumber("size", log.Size);
        writer.WriteString("status", Words.Of(found.Status));
        writer.WriteEndObject();
    }

    private static string First(AuditVerification found) =>
        found.Log.FirstBadEntry switch
        {
            null when found.Records.Count > 0 =>
                $" The log holds; {Words.Count(found.Records.Count, "record is", "records are")} not what it says.",
            null => "",
            { IsExact: true } bad => $" The first bad entry is {bad.FirstEntry}.",
            { } bad when bad.EndEntry > bad.FirstEntry =>
                $" The first bad entry is among {bad.FirstEntry} to {bad.EndEntry - 1}.",
            { } bad => $" The first fault is at entry {bad.FirstEntry}.",
        };

    private static string Checkpoints(LogVerification log) =>
        log.CheckpointCount == 0
            ? "none from outside that count"
            : $"{log.CheckpointCount} from outside; they vouch for {log.CheckpointedSize} of {Words.Count(log.Size, "entry", "entries")}";

    private static void Findings(RegistryConsole console, AuditVerification found)
    {
        var rows = found
            .Log.Findings.Select(finding =>
                (IReadOnlyList<string>)
                    [
                        Entries(finding),
                        $"[red]{Words.Of(finding.Fault).Replace('-', ' ')}[/]",
                        Markup.Escape(finding.Message),
                    ]
            )
            .Concat(
                found
                    .Records.Take(MostRecords)
                    .Select(record =>
                        (IReadOnlyList<string>)
                            [
                                record.Entry is { } entry ? $"{entry}" : "",
                                "[red]record[/]",
                                Markup.Escape($"{record.Key}: {record.Message}"),
                            ]
                    )
            )
            .ToList();
        if (rows.Count == 0)
        {
            return;
        }

        console.Table(["Entry|", "Fault", "What was found"], rows);
        var more = found.Log.FindingCount - found.Log.Findings.Count + Math.Max(0, found.Records.Count - MostRecords);
        if (more > 0)
        {
            console.Line($"{Words.Count(more, "more finding is", "more findings are")} not shown.");
        }
    }

    private static string Entries(LogFinding finding) =>
        finding.Fault == LogFault.BadCheckpoint ? ""
        : finding.IsExact || finding.EndEntry <= finding.FirstEntry ? $"{finding.FirstEntry}"
        : $"{finding.FirstEntry}–{finding.EndEntry - 1}";

    private static IReadOnlyList<string> Next(AuditVerification found, RegistryRequest request) =>
        found.Status switch
        {
            LogStatus.RollbackNotExcluded when request.Checkpoints is null =>
            [
                "mlops registry checkpoint --key log.pem --checkpoints FOLDER --roles administrator",
                "mlops verify --checkpoints FOLDER --trust log.pem.vkey",
            ],
            LogStatus.RollbackNotExcluded =>
            [
                $"mlops registry checkpoint --key log.pem --checkpoints {request.Checkpoints} --roles administrator",
            ],
            LogStatus.Broken =>
            [
                "Keep the file as it is, with its -wal file, and compare it with a backup from before the first bad entry.",
            ],
            _ => [],
        };
}
