using System.CommandLine;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry.Transparency;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry init</c>: makes the tables, and if asked the keys of the log.</summary>
internal static class InitCommand
{
    public static Command Create(TextWriter output)
    {
        var where = CommonOptions.Text(
            "--registry",
            $"A file of SQLite, such as models.db, or a connection string of PostgreSQL with Host=. [default: ${RegistryLocation.Variable}]",
            "WHERE"
        );
        var plan = CommonOptions.Flag("--plan", "Prints as SQL what would be done, and does nothing.");
        var newKey = CommonOptions.Text(
            "--new-key",
            "Makes a key that signs checkpoints; its public half goes beside it, with .vkey.",
            "PEM"
        );
        var origin = new Option<string>("--origin")
        {
            Description = "The name of the log in its checkpoints, such as example.com/models.",
            HelpName = "NAME",
            DefaultValueFactory = _ => RegistryRequest.DefaultOrigin,
        };
        var command = new Command("init", "Makes a registry, or brings an older one up to date.")
        {
            where,
            plan,
            newKey,
            origin,
        };
        command.SetAction(
            (parse, cancellationToken) =>
                DatabaseFaults.ExplainAsync(
                    parse.GetValue(where),
                    async () =>
                    {
                        var location = RegistryLocation.Resolve(parse.GetValue(where));
                        var origin_ = parse.GetValue(origin) ?? RegistryRequest.DefaultOrigin;
                        if (parse.GetValue(plan))
                        {
                            return await PlanAsync(location, output, cancellationToken).ConfigureAwait(false);
                        }

                        var isNew = await ApplyAsync(location, cancellationToken).ConfigureAwait(false);
                        var key = parse.GetValue(newKey) is { } path ? LogKeys.Create(origin_, path) : null;
                        Write(location, isNew, key, parse.GetValue(newKey), output);
                        return ExitCode.Success;
                    }
                )
        );
        return command;
    }

    private static async Task<int> PlanAsync(
        RegistryLocation location,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        // The plan of a file that is not there is read from an empty one elsewhere, so that nothing is made here.
        var scratch =
            !location.IsServer && !File.Exists(location.Text) ? Directory.CreateTempSubdirectory("mlops-plan-") : null;
        try
        {
            var from = scratch is null ? location : new RegistryLocation(Path.Combine(scratch.FullName, "plan.db"));
            var database = from.Open(isReadOnly: false);
            await using (database.ConfigureAwait(false))
            {
                var plan = await RegistryHost.MigratorOf(database).PlanAsync(cancellationToken).ConfigureAwait(false);
                await output.WriteLineAsync(plan.ToSql().TrimEnd('\n')).ConfigureAwait(false);
            }
        }
        finally
        {
            scratch?.Delete(recursive: true);
        }

        return ExitCode.Success;
    }

    private static async Task<bool> ApplyAsync(RegistryLocation location, CancellationToken cancellationToken)
    {
        if (!location.IsServer && Path.GetDirectoryName(Path.GetFullPath(location.Text)) is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                throw new CliException($"There is no folder '{folder}' to make the registry in.");
            }
        }

        var database = location.Open(isReadOnly: false);
        await using (database.ConfigureAwait(false))
        {
            var migrator = RegistryHost.MigratorOf(database);
            var before = await migrator.PlanAsync(cancellationToken).ConfigureAwait(false);
            await migrator.ApplyAsync(cancellationToken).ConfigureAwait(false);
            return before.Pending.Count > 0;
        }
    }

    private static void Write(
        RegistryLocation location,
        bool isNew,
        NoteVerifierKey? key,
        string? path,
        TextWriter output
    )
    {
        var console = new RegistryConsole(output);
        console.Sentence(
            RegistryConsole.Done,
            isNew ? $"{location.Name} is ready." : $"{location.Name} is up to date already."
        );
        if (key is not null)
        {
            console.Facts(
                (
                    "Private key",
                    $"{path}: who has it can sign as this log; keep it where the registry's writers can't read it."
                ),
                ("Public key", $"{LogKeys.PublicFileOf(path!)}: hand it to whoever verifies.")
            );
            output.WriteLine($"  {key}");
        }

        console.Next(
            $"mlops registry register MODEL --registry {(location.IsServer ? "…" : location.Text)} --roles author --create --intended-use TEXT --artifacts-from FOLDER"
        );
    }
}
