using System.CommandLine;
using Mlops.Cli.Registry.Statements;
using Mlops.Cli.Registry.Views;
using Mlops.Evidence;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Serialization;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry evidence</c>: attaches what speaks for or against a version, or withdraws it.</summary>
internal sealed class EvidenceCommand
{
    private readonly Argument<string> _version = CommonOptions.Version();
    private readonly Argument<string?> _report = new("REPORT")
    {
        Description = "A report that 'mlops drift --json' or 'mlops quality --json' wrote.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _statement = CommonOptions.Text(
        "--statement",
        "In place of a report, what any analysis attests: kind, schemaVersion, digest, subjects, verdict, findings.",
        "FILE"
    );
    private readonly Option<string?> _madeAt = CommonOptions.Text(
        "--made-at",
        "When the analysis was made; freshness counts from there.",
        "TIME"
    );
    private readonly Option<string?> _withdraw = CommonOptions.Text(
        "--withdraw",
        "Withdraws evidence by its digest, or enough of its beginning: it stays on record and counts no longer.",
        "DIGEST"
    );
    private readonly Option<string?> _reason = CommonOptions.Text("--reason", "Why it is withdrawn.");

    public static Command Create(RegistryTool tool)
    {
        var it = new EvidenceCommand();
        return tool.Command(
            "evidence",
            "Attaches evidence to a version, or withdraws it.",
            it.RunAsync,
            [it._version, it._report, it._statement, it._madeAt, it._withdraw, it._reason]
        );
    }

    private async Task<int> RunAsync(RegistryCall call, CancellationToken cancellationToken)
    {
        var (report, statement, withdraw) = (call.Optional(_report), call.Get(_statement), call.Get(_withdraw));
        if (new[] { report, statement, withdraw }.Count(each => each is not null) != 1)
        {
            throw new CliException("Give one of: a report, --statement FILE, or --withdraw DIGEST.");
        }

        var attachment = withdraw is null ? Attachment(call, report, statement) : null;
        var key = await VersionReference
            .ResolveAsync(call.Registry, call.Get(_version), cancellationToken)
            .ConfigureAwait(false);
        return attachment is null
            ? await WithdrawAsync(call, key, withdraw!, cancellationToken).ConfigureAwait(false)
            : await AttachAsync(call, key, attachment, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> AttachAsync(
        RegistryCall call,
        VersionKey key,
        EvidenceAttachment attachment,
        CancellationToken cancellationToken
    )
    {
        var version = await call.Registry.AttachEvidenceAsync(key, attachment, cancellationToken).ConfigureAwait(false);
        var said = attachment.Statement;
        List<string> notes = [];
        if (attachment.Document is null)
        {
            notes.Add("The statement alone was kept; the document is known by its digest.");
        }

        if (said.Verdict != Verdict.Pass)
        {
            notes.AddRange(
                said.Findings.Where(finding => finding.Verdict == said.Verdict)
                    .Take(3)
                    .Select(finding => $"{finding.Subject}: {finding.Message}")
            );
        }

        return await call.AnswerAsync(
                version,
                $"{key} has evidence of {said.Kind} that says {said.Verdict}: {Words.Short(said.Digest)}, {Words.Count(said.Findings.Count, "finding")}.",
                notes,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task<int> WithdrawAsync(
        RegistryCall call,
        VersionKey key,
        string text,
        CancellationToken cancellationToken
    )
    {
        var reason = call.Get(_reason);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new CliException("--withdraw goes with --reason: why does it count no longer?");
        }

        var before = await call.Registry.GetVersionAsync(key, cancellationToken).ConfigureAwait(false);
        var version = await call
            .Registry.WithdrawEvidenceAsync(key, Find(before, text), reason, cancellationToken)
            .ConfigureAwait(false);
        return await call.AnswerAsync(
                version,
                $"The evidence {text} of {key} counts no longer; it stays on record.",
                [],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static ContentDigest Find(ModelVersion version, string text)
    {
        var hex = text.StartsWith("sha256:", StringComparison.Ordinal) ? text["sha256:".Length..] : text;
        var found = version
            .Evidence.Select(item => item.Statement.Digest)
            .Distinct()
            .Where(digest =>
                hex.Length >= 6 && digest.ToString()["sha256:".Length..].StartsWith(hex, StringComparison.Ordinal)
            )
            .ToList();
        return found.Count == 1
            ? found[0]
            : throw new CliException(
                version.Evidence.Count == 0
                    ? $"{version.Key} has no evidence to withdraw."
                    : $"'{text}' is {(found.Count == 0 ? "no" : "more than one")} evidence of {version.Key}; it has {string.Join(", ", version.Evidence.Select(item => $"{Words.Short(item.Statement.Digest)} ({item.Statement.Kind})"))}."
            );
    }

    private EvidenceAttachment Attachment(RegistryCall call, string? report, string? statement)
    {
        DateTimeOffset? madeAt = call.Get(_madeAt) is { } time ? Words.ParseTime(time, "--made-at") : null;
        if (report is not null)
        {
            var bytes = Words.ReadFile(report, "report");
            return new EvidenceAttachment(ReportStatement.Read(report, bytes))
            {
                Document = call.Host.Artifacts is null ? null : bytes,
                MadeAt = madeAt,
            };
        }

        try
        {
            var read = RegistryJson.Deserialize<EvidenceStatement>(Words.ReadFile(statement!, "statement"));
            return new EvidenceAttachment(read) { MadeAt = madeAt };
        }
        catch (FormatException error)
        {
            throw new CliException($"--statement {statement}: {error.Message}");
        }
    }
}
