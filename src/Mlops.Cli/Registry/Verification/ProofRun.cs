using System.Text;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry.Audit;
using Mlops.Registry.Serialization;
using Mlops.Registry.Transparency;

namespace Mlops.Cli.Registry.Verification;

/// <summary>Checks a proof of one entry, with nothing but the public key.</summary>
internal static class ProofRun
{
    public static int Execute(RegistryRequest request, string path, string? entryPath, TextWriter output)
    {
        if (request.Trust.Count == 0)
        {
            throw new CliException("A proof counts by its signature: say with --trust log.pem.vkey whose.");
        }

        var keys = LogKeys.Verifiers(request.Trust);
        TlogProof proof;
        try
        {
            proof = TlogProof.Parse(Encoding.UTF8.GetString(Words.ReadFile(path, "proof")));
        }
        catch (FormatException error)
        {
            throw new CliException($"--proof {path}: {error.Message}");
        }

        var entry = entryPath is null ? proof.Extra : Words.ReadFile(entryPath, "entry");
        if (entry.IsEmpty)
        {
            throw new CliException(
                $"{path} has no copy of the entry; say with --entry FILE which bytes it is to prove."
            );
        }

        var isProven = proof.TryVerify(entry.Span, request.Origin, keys, out var problem);
        if (request.Json)
        {
            RecordJson.Print(
                output,
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("index", proof.Index);
                    writer.WriteBoolean("isProven", isProven);
                    if (problem is not null)
                    {
                        writer.WriteString("problem", problem);
                    }

                    writer.WriteEndObject();
                }
            );
        }
        else
        {
            Write(new RegistryConsole(output), proof, entry, isProven ? null : problem, request.Origin);
        }

        return isProven ? ExitCode.Success : ExitCode.Broken;
    }

    private static void Write(
        RegistryConsole console,
        TlogProof proof,
        ReadOnlyMemory<byte> entry,
        string? problem,
        string origin
    )
    {
        if (problem is not null)
        {
            console.Sentence(RegistryConsole.Refused, $"The proof of entry {proof.Index} does not hold: {problem}");
            return;
        }

        console.Sentence(RegistryConsole.Done, $"Entry {proof.Index} is in the log {origin}: the proof holds.");
        try
        {
            var read = RegistryJson.Deserialize<AuditEntry>(entry.Span);
            console.Facts(
                ("When", Words.Time(read.At)),
                ("Who", $"{read.Principal} ({string.Join(", ", read.Roles)})"),
                (
                    "What",
                    $"{Words.Of(read.Action).Replace('-', ' ')} {read.Version?.ToString() ?? read.Model}, {Words.Of(read.Outcome)}"
                ),
                ("Why", read.Reason),
                ("Ticket", read.Ticket)
            );
        }
        catch (FormatException)
        {
            console.Line("The bytes are no entry of a registry, and are in the log nevertheless.");
        }
    }
}
