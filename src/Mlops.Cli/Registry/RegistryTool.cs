using System.CommandLine;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry;

namespace Mlops.Cli.Registry;

/// <summary>Makes the commands on a registry: each opens it, does its work, and says errors in the words of the command line.</summary>
internal sealed class RegistryTool(TextWriter output)
{
    /// <summary>Makes a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="run">Its work on an open registry.</param>
    /// <param name="symbols">Its arguments and options.</param>
    /// <param name="signs">Whether it signs checkpoints.</param>
    /// <param name="verifies">Whether it judges them.</param>
    public Command Command(
        string name,
        string description,
        Func<RegistryCall, CancellationToken, Task<int>> run,
        IEnumerable<Symbol> symbols,
        bool signs = false,
        bool verifies = false
    )
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        var options = new RegistryOptions();
        options.AddTo(command, signs, verifies);
        command.SetAction(
            async (parse, cancellationToken) =>
            {
                var request = options.Parse(parse) with { };
                if (!signs && !verifies)
                {
                    // The environment's folder is of no concern to them, and is not made for them.
                    request = request with
                    {
                        Checkpoints = null,
                    };
                }

                return await DatabaseFaults
                    .ExplainAsync(request.Registry, () => RunAsync(request, parse, run, cancellationToken))
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    private async Task<int> RunAsync(
        RegistryRequest request,
        ParseResult parse,
        Func<RegistryCall, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken
    )
    {
        var host = RegistryHost.Open(request);
        await using (host.ConfigureAwait(false))
        {
            try
            {
                return await run(new RegistryCall(parse, request, host, output), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (RegistryNotFoundException error)
            {
                throw new CliException(
                    await NearNames.ExplainAsync(error, parse, host.Registry, cancellationToken).ConfigureAwait(false)
                );
            }
            catch (AccessDeniedException error)
            {
                throw new RefusedException(Denials.Explain(error, host));
            }
        }
    }
}
