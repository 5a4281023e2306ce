using System.Data.Common;
using Mlops.Registry.Access;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Transparency;
using Mlops.Storage.PostgreSql;
using Mlops.Tests.Shared;
using Npgsql;

namespace Mlops.Registry.Tests.Tampering;

public sealed class PostgreSqlLogTamperingTests(PostgreSqlFixture server)
    : LogTamperingTests,
        IClassFixture<PostgreSqlFixture>,
        IDisposable
{
    private static int s_count;
    private readonly EcdsaNoteSigner _signer = EcdsaNoteSigner.Generate(Scene.Origin);

    public void Dispose() => _signer.Dispose();

    internal override async Task<Scene> NewSceneAsync()
    {
        var text = server.ConnectionString;
        var schema = $"tampering_{Interlocked.Increment(ref s_count)}";
        var checkpoints = new MemoryCheckpoints();
        var scene = new Scene(
            () => PostgreSqlDatabase.Open(text, new PostgreSqlDatabaseOptions { Schema = schema }),
            () => ConnectAsync(text, schema),
            _signer,
            checkpoints
        );
        await using (var registry = scene.Open(checkpoints))
        {
            await History.WriteAsync(registry);
        }

        await using var again = scene.Open(checkpoints);
        await again.As(new Principal("adam", [RegistryRole.Administrator])).SignCheckpointAsync();
        return scene;
    }

    private static async Task<DbConnection> ConnectAsync(string text, string schema)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(text) { SearchPath = schema, Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        return connection;
    }
}
