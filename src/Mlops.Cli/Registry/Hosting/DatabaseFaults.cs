using System.Data.Common;
using Mlops.Storage.Migrations;

namespace Mlops.Cli.Registry.Hosting;

/// <summary>What a database refuses, in words for who runs the tool: it is no fault of the tool.</summary>
internal static class DatabaseFaults
{
    private const string NoRight = "42501";

    private const string NotThere = "42P01";

    private const string Rights =
        "The tables are made once, by an account that may create them, with 'mlops registry init'; an account that works with them needs USAGE on the schema 'mlops', and SELECT, INSERT, UPDATE and DELETE on its tables.";

    /// <summary>Does work on a registry.</summary>
    public static async Task<int> ExplainAsync(string? registry, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (PendingMigrationsException error)
        {
            var location = RegistryLocation.Resolve(registry);
            throw new CliException(
                error.InnerException is DbException fault
                    ? Explain(location, fault)
                    : $"{Named(location)} has no tables yet, or older ones: 'mlops registry init' makes them, and 'mlops registry init --plan' shows how."
            );
        }
        catch (DbException error)
        {
            throw new CliException(Explain(RegistryLocation.Resolve(registry), error));
        }
    }

    private static string Explain(RegistryLocation location, DbException error) =>
        error.SqlState switch
        {
            NoRight => $"The database's account lacks a right: {Plain(error)}. {Rights}",
            NotThere => $"{Named(location)} lacks a table, or its account may not see it: {Plain(error)}. {Rights}",
            _ => $"The database failed: {Plain(error)}.",
        };

    private static string Named(RegistryLocation location) =>
        location.IsServer ? "The PostgreSQL registry" : $"'{location.Name}'";

    private static string Plain(DbException error) => error.Message.Split('\n')[0].TrimEnd('.', '\r');
}
