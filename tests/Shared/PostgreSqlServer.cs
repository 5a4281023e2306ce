using Npgsql;

namespace Mlops.Tests.Shared;

/// <summary>A fresh database on the PostgreSQL server of <c>MLOPS_TEST_POSTGRES</c>, dropped afterwards; skips where there is none.</summary>
public sealed class PostgreSqlFixture : IAsyncLifetime
{
    public const string Variable = "MLOPS_TEST_POSTGRES";

    private readonly string _name = $"mlops_test_{Guid.NewGuid():n}";
    private bool _exists;

    public static string? ServerConnectionString =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    /// <summary>The connection string of the fresh database; a test that asks for it is skipped where there is no server.</summary>
    public string ConnectionString
    {
        get
        {
            SkipWithoutServer();
            return new NpgsqlConnectionStringBuilder(ServerConnectionString) { Database = _name }.ConnectionString;
        }
    }

    public static void SkipWithoutServer() =>
        Assert.SkipWhen(
            ServerConnectionString is null,
            $"No PostgreSQL: {Variable} is not set. Run 'eng/postgres.sh run dotnet test …'."
        );

    public async ValueTask InitializeAsync()
    {
        if (ServerConnectionString is not null)
        {
            await OnServerAsync($"CREATE DATABASE {_name}");
            _exists = true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_exists)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        }
    }

    /// <summary>Runs a statement in the fresh database, as the server's owner.</summary>
    public async Task ExecuteAsync(string sql) => await ExecuteAsync(ConnectionString, sql);

    private static Task OnServerAsync(string sql) => ExecuteAsync(ServerConnectionString!, sql);

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
