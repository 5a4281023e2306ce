using Npgsql;

namespace Mlops.Storage.PostgreSql;

/// <summary>Opens PostgreSQL databases: many hosts on one server.</summary>
/// <remarks>
/// Tables live in a schema of their own, found by the connection's search path. A commit is as durable as the server's
/// <c>synchronous_commit</c> says (on, by default). Statements are prepared by the driver when they are used a second time;
/// behind a pooler that hands out connections by transaction, put <c>Max Auto Prepare=0</c> in the connection string.
/// </remarks>
public static class PostgreSqlDatabase
{
    private const int PreparedStatements = 200;

    /// <summary>Opens a database.</summary>
    /// <param name="connectionString">A connection string of Npgsql; a search path in it is replaced.</param>
    /// <param name="options">The schema and time limits; null for the defaults.</param>
    /// <returns>The database; no connection is open yet.</returns>
    /// <exception cref="ArgumentException">The connection string or the schema's name is malformed.</exception>
    public static RelationalDatabase Open(string connectionString, PostgreSqlDatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        options ??= new PostgreSqlDatabaseOptions();
        options.ThrowIfInvalid();
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = options.Schema };
        if (!IsSet(connectionString, "Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = PreparedStatements;
            settings.AutoPrepareMinUsages = 2;
        }

        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        var place = $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
        return new RelationalDatabase(builder.Build(), new PostgreSqlDialect(options.Schema, place), options.Database);
    }

    private static bool IsSet(string connectionString, string keyword) =>
        connectionString
            .Split(';')
            .Any(part =>
                part.Split('=')[0]
                    .Replace(" ", "", StringComparison.Ordinal)
                    .Trim()
                    .Equals(keyword.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            );
}
