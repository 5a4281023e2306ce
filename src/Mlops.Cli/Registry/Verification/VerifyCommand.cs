using System.CommandLine;
using Mlops.Cli.Registry.Commands;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Transparency;

namespace Mlops.Cli.Registry.Verification;

/// <summary><c>mlops verify</c>: reads the log and the records, and finds whatever was altered.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var options = new RegistryOptions();
        var proof = CommonOptions.Text(
            "--proof",
            "In place of a registry, checks that a proof of one entry holds.",
            "FILE"
        );
        var entry = CommonOptions.Text(
            "--entry",
            "The entry's bytes, where it came from elsewhere. [default: the copy in the proof]",
            "FILE"
        );
        var command = new Command(
            "verify",
            "Reads a registry's log and records, and finds whatever was altered, removed, reordered or put back; writes nothing. Exits with 0 when it is verified, 2 when it is broken, 3 when an older state can't be excluded for want of a checkpoint from outside, 1 for wrong use."
        )
        {
            proof,
            entry,
        };
        options.AddTo(command, signs: false, verifies: true);
        command.SetAction(
            async (parse, cancellationToken) =>
            {
                var request = options.Parse(parse);
                if (parse.GetValue(proof) is { } path)
                {
                    return ProofRun.Execute(request, path, parse.GetValue(entry), output);
                }

                if (parse.GetValue(entry) is not null)
                {
                    throw new CliException("--entry goes with --proof.");
                }

                return await DatabaseFaults
                    .ExplainAsync(request.Registry, () => LogAsync(request, output, error, cancellationToken))
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    private static async Task<int> LogAsync(
        RegistryRequest request,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        ThrowIfUseless(request);
        var host = RegistryHost.Open(request, isReadOnly: true, RegistryRole.Auditor);
        await using (host.ConfigureAwait(false))
        {
            try
            {
                using var progress = new VerifyProgress(error);
                var found = await host.Registry.VerifyAsync(null, progress, cancellationToken).ConfigureAwait(false);
                progress.Dispose();
                if (request.Json)
                {
                    RecordJson.Print(output, writer => VerifyView.Write(writer, found));
                }
                else
                {
                    VerifyView.Write(new RegistryConsole(output, request.Registry), found, host.Location, request);
                }

                return found.Status switch
                {
                    LogStatus.Verified => ExitCode.Success,
                    LogStatus.RollbackNotExcluded => ExitCode.NotExcluded,
                    _ => ExitCode.Broken,
                };
            }
            catch (AccessDeniedException fault)
            {
                throw new RefusedException(Denials.Explain(fault, host));
            }
        }
    }

    private static void ThrowIfUseless(RegistryRequest request)
    {
        if (request.Checkpoints is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                throw new CliException(
                    $"There is no folder of checkpoints '{folder}' in {Directory.GetCurrentDirectory()}."
                );
            }

            if (request.Trust.Count == 0)
            {
                throw new CliException("Checkpoints count by their signature: say with --trust log.pem.vkey whose.");
            }
        }
    }
}
