using System.Data.Common;
using Microsoft.Data.Sqlite;
using Mlops.Registry.Access;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Transparency;
using Mlops.Storage.Sqlite;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>One history in a file, and a copy of it for each attack.</summary>
public sealed class SqliteScenes : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-tampering-");
    private readonly EcdsaNoteSigner _signer = EcdsaNoteSigner.Generate(Scene.Origin);
    private readonly MemoryCheckpoints _checkpoints = new();
    private int _count;

    private string Pristine => Path.Combine(_folder.FullName, "pristine.db");

    public async ValueTask InitializeAsync()
    {
        var scene = On(Pristine, _checkpoints);
        await using (var registry = scene.Open(_checkpoints))
        {
            await History.WriteAsync(registry);
        }

        await using var again = scene.Open(_checkpoints);
        await again.As(new Principal("adam", [RegistryRole.Administrator])).SignCheckpointAsync();
    }

    public ValueTask DisposeAsync()
    {
        _signer.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal string NewFile()
    {
        var file = Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _count)}.db");
        File.Copy(Pristine, file);
        return file;
    }

    internal Scene NewScene() => On(NewFile(), _checkpoints);

    internal Scene On(string file, MemoryCheckpoints checkpoints) =>
        new(() => SqliteDatabase.Open(file), () => ConnectAsync(file), _signer, checkpoints);

    private static async Task<DbConnection> ConnectAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // An attacker need not wait for the disk.
        command.CommandText = "PRAGMA synchronous = OFF";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
