using System.Text.Json;
using Mlops.Evidence;
using Mlops.Serialization;

namespace Mlops.Cli.Registry.Statements;

/// <summary>What a saved report attests: the statement that the report itself would make.</summary>
internal static class ReportStatement
{
    private const string DriftKind = "mlops.drift.report";
    private const int DriftVersion = 3;
    private const string QualityKind = "mlops.data.quality-report";
    private const int QualityVersion = 1;
    private const string ExplorationKind = "mlops.data.exploration";
    private const int ExplorationVersion = 1;

    /// <summary>Reads a report that a command wrote with <c>--json</c>.</summary>
    /// <param name="path">The file, as messages name it.</param>
    /// <param name="bytes">Its content.</param>
    public static EvidenceStatement Read(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return KindOf(path, bytes) switch
            {
                DriftKind => Drift(Envelope.Open(bytes, DriftKind, DriftVersion)),
                QualityKind => Quality(Envelope.Open(bytes, QualityKind, QualityVersion)),
                ExplorationKind => Exploration(Envelope.Open(bytes, ExplorationKind, ExplorationVersion)),
                var kind => throw new CliException(
                    $"'{path}' is a {kind}, whose verdict mlops does not know how to read; reports of 'mlops drift' and 'mlops quality' it does. State what it attests with --statement FILE."
                ),
            };
        }
        catch (FormatException error)
        {
            throw new CliException($"{path}: {error.Message}");
        }
    }

    private static string KindOf(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("kind", out var kind)
                && document.RootElement.TryGetProperty("digest", out _)
                && kind.ValueKind == JsonValueKind.String
            )
            {
                return kind.GetString()!;
            }
        }
        catch (JsonException)
        {
            // The message below says what is right.
        }

        throw new CliException(
            $"'{path}' is not a report in an envelope: 'mlops drift … --json {Path.GetFileName(path)}' or 'mlops quality … --json {Path.GetFileName(path)}' writes one."
        );
    }

    private static EvidenceStatement Drift(Envelope envelope)
    {
        var report = envelope.Payload;
        return Statement(
            envelope,
            [
                new EvidenceSubject("baseline", Digest(report.RequiredString("baseline"))),
                new EvidenceSubject("current", Digest(report.Required("current").RequiredString("digest"))),
                new EvidenceSubject("reference", Digest(report.Required("reference").RequiredString("digest"))),
            ],
            [
                .. report.RequiredArray("columns").Select(Column),
                .. report
                    .RequiredArray("omitted")
                    .Select(column => new Finding(
                        column.TryGetProperty("role", out _) ? "drift.column.omitted" : "drift.column.new",
                        column.RequiredString("name"),
                        null,
                        $"Not judged: {column.RequiredString("reason")}."
                    )),
            ]
        );
    }

    private static Finding Column(JsonElement column)
    {
        var verdict = column.RequiredEnum<Verdict>("verdict");
        var isOk = column.RequiredEnum<ResultStatus>("status") == ResultStatus.Ok;
        return new Finding(
            verdict switch
            {
                Verdict.Pass => "drift.column.passed",
                Verdict.Fail when !isOk => "drift.column.broken",
                Verdict.Fail => "drift.column.drifted",
                _ => "drift.column.inconclusive",
            },
            column.RequiredString("name"),
            verdict,
            column.RequiredString("reason")
        );
    }

    private static EvidenceStatement Quality(Envelope envelope)
    {
        var report = envelope.Payload;
        return Statement(
            envelope,
            [.. Subject("data", report.Required("data"))],
            [
                .. report
                    .RequiredArray("results")
                    .Select(result =>
                        Judged(
                            result,
                            "quality.constraint",
                            ["kept", "warned", "violated", "inconclusive"],
                            result.RequiredString("severity") == "Error",
                            result.RequiredString("id")
                        )
                    ),
            ]
        );
    }

    private static EvidenceStatement Exploration(Envelope envelope)
    {
        var report = envelope.Payload;
        var subjects = Subject("data", report.Required("data"));
        if (report.TryGetProperty("reference", out var reference))
        {
            subjects = subjects.Concat(Subject("reference", reference));
        }

        return Statement(
            envelope,
            [.. subjects],
            [
                .. report
                    .RequiredArray("findings")
                    .Select(finding =>
                        Judged(
                            finding,
                            "quality.exploration",
                            ["kept", "hinted", "failed", "inconclusive"],
                            finding.Required("isCounted").GetBoolean(),
                            Question(finding)
                        )
                    ),
            ]
        );
    }

    private static string Question(JsonElement finding)
    {
        var rule = finding.RequiredString("rule").Replace("explore/", "", StringComparison.Ordinal).Replace('-', ' ');
        var subject = finding.RequiredString("subject");
        return subject == "data set" ? rule : $"{rule}: {subject}";
    }

    private static Finding Judged(
        JsonElement result,
        string family,
        IReadOnlyList<string> words,
        bool isCounted,
        string subject
    )
    {
        var verdict = result.RequiredEnum<Verdict>("verdict");
        var word = verdict switch
        {
            Verdict.Pass => words[0],
            Verdict.Fail when !isCounted => words[1],
            Verdict.Fail => words[2],
            _ => words[3],
        };
        return new Finding($"{family}.{word}", subject, verdict, result.RequiredString("reason"));
    }

    private static IEnumerable<EvidenceSubject> Subject(string name, JsonElement data) =>
        data.RequiredString("digest") is { Length: > 0 } digest ? [new EvidenceSubject(name, Digest(digest))] : [];

    private static EvidenceStatement Statement(
        Envelope envelope,
        IReadOnlyList<EvidenceSubject> subjects,
        IReadOnlyList<Finding> findings
    ) =>
        new(
            envelope.Kind,
            envelope.SchemaVersion,
            envelope.Digest,
            subjects,
            envelope.Payload.RequiredEnum<Verdict>("verdict"),
            findings
        );

    private static ContentDigest Digest(string text) => ContentDigest.Parse(text);
}
