using System.Text.RegularExpressions;
using Mlops.Storage;
using Mlops.Storage.PostgreSql;
using Mlops.Storage.Sqlite;

namespace Mlops.Cli.Registry.Hosting;

/// <summary>Where a registry is: a file of SQLite, or a PostgreSQL server.</summary>
/// <param name="Text">What was said on the command line or in the environment.</param>
internal sealed partial record RegistryLocation(string Text)
{
    public const string Variable = "MLOPS_REGISTRY";

    public bool IsServer => HostPattern().IsMatch(Text);

    /// <summary>What it is called where people read; a connection string may hold a password.</summary>
    public string Name => IsServer ? "the PostgreSQL registry" : Text;

    /// <summary>The folder of artifacts beside it; a server has none.</summary>
    public string? DefaultArtifacts => IsServer ? null : Text + ".artifacts";

    /// <summary>The location that was said, or the environment's.</summary>
    public static RegistryLocation Resolve(string? option)
    {
        var text = option ?? Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrWhiteSpace(text)
                ? throw new CliException(
                    $"Which registry? Say --registry models.db, or set {Variable}; 'mlops registry init --registry models.db' makes one."
                )
            : OtherPattern().IsMatch(text) && !HostPattern().IsMatch(text)
                ? throw new CliException(
                    "The registry is neither a file nor a connection string of PostgreSQL with Host=, such as 'Host=db.example.com;Database=models;Username=mlops;Passfile=/run/secrets/pgpass'; for SQLite the file's path alone is said."
                )
            : new RegistryLocation(text);
    }

    /// <summary>Refuses what is not there: a misspelt path would otherwise be an empty registry.</summary>
    public void ThrowIfMissing()
    {
        if (!IsServer && !File.Exists(Text))
        {
            throw new CliException(
                Directory.Exists(Text)
                    ? $"'{Text}' is a folder; a registry is one file, such as '{Path.Combine(Text, "models.db")}'."
                    : $"There is no registry '{Text}' in {Directory.GetCurrentDirectory()}. Make one with 'mlops registry init --registry {Text}'."
            );
        }
    }

    public RelationalDatabase Open(bool isReadOnly) =>
        IsServer ? PostgreSqlDatabase.Open(Text)
        : isReadOnly ? SqliteDatabase.OpenReadOnly(Text)
        : SqliteDatabase.Open(Text);

    [GeneratedRegex(@"(^|;)\s*(host|server)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex HostPattern();

    // Addresses and other connection strings: they may hold a password, and are not repeated as if they were a file's name.
    [GeneratedRegex(
        @"^\w+://|(^|;)\s*(password|pwd|username|user id|database|data source|filename)\s*=",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OtherPattern();
}
