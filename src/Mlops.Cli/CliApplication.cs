using System.CommandLine;
using Mlops.Cli.Drift;
using Mlops.Cli.Merge;
using Mlops.Cli.Profile;
using Mlops.Cli.Quality;
using Mlops.Cli.Registry;
using Mlops.Cli.Registry.Verification;
using Mlops.Registry;
using Mlops.Storage;
using Mlops.Storage.Migrations;

namespace Mlops.Cli;

/// <summary>The tool: its commands, and what becomes of errors.</summary>
internal static class CliApplication
{
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var root = new RootCommand(
            "Watches machine learning: compares data files and checks them, with a verdict, a report and an exit code; and keeps a registry of models, with evidence, approvals and a log."
        )
        {
            DriftCommand.Create(output, error),
            QualityCommand.Create(output, error),
            ProfileCommand.Create(output, error),
            MergeCommand.Create(output),
            RegistryCommand.Create(output),
            VerifyCommand.Create(output, error),
        };
        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("mlops: interrupted; nothing was written.").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is RefusedException or RegistryException and not RegistryNotFoundException)
        {
            await error.WriteLineAsync($"mlops: refused. {e.Message}").ConfigureAwait(false);
            return ExitCode.Refused;
        }
        catch (Exception e)
            when (e
                    is CliException
                        or RegistryException
                        or DatabaseBusyException
                        or DatabaseUnavailableException
                        or PendingMigrationsException
                        or NewerSchemaException
                        or MigrationChangedException
                        or IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
                        or FormatException
                        or ArgumentException
            )
        {
            await error.WriteLineAsync($"mlops: {Message(e)}").ConfigureAwait(false);
            return ExitCode.Error;
        }
        catch (Exception e)
        {
            await error
                .WriteLineAsync(
                    $"mlops: this is a fault of mlops itself; please report it with the following lines.\n{e}"
                )
                .ConfigureAwait(false);
            return ExitCode.InternalError;
        }
    }

    // What the libraries say of their arguments, in the words of the command line.
    private static string Message(Exception error)
    {
        var message = error is ArgumentException { ParamName: { } name }
            ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : error.Message;
        return message.Replace("CsvOptions.Delimiter", "--delimiter", StringComparison.Ordinal);
    }
}
