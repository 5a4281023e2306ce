using Mlops.Registry.Stores.Relational;
using Mlops.Storage.Migrations;
using Mlops.Storage.Sqlite;

namespace Mlops.Registry.Tests.Stores.Relational;

public sealed class RelationalRegistryStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-store-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "registry.db");

    [Fact]
    public async Task InitializeAsync_RequireOnEmptyDatabase_RefusesAndMakesNothing()
    {
        var options = new RelationalRegistryStoreOptions { Startup = StartupMode.Require };
        await using (var store = new RelationalRegistryStore(SqliteDatabase.Open(File), options))
        {
            await Assert.ThrowsAsync<PendingMigrationsException>(() => store.InitializeAsync(Token));
            await Assert.ThrowsAsync<PendingMigrationsException>(() =>
                store.CommitAsync((work, token) => work.AppendAsync(new byte[1], null, token), Token)
            );
        }

        await using (var owner = new RelationalRegistryStore(SqliteDatabase.Open(File)))
        {
            await owner.InitializeAsync(Token);
        }

        await using var again = new RelationalRegistryStore(SqliteDatabase.Open(File), options);
        var first = await again.CommitAsync((work, token) => work.AppendAsync(new byte[1], null, token), Token);
        Assert.Equal(0, first);
    }

    [Fact]
    public async Task DisposeAsync_LeavesDatabaseOpen_DatabaseServesOthers()
    {
        await using var database = SqliteDatabase.Open(File);
        var options = new RelationalRegistryStoreOptions { LeavesDatabaseOpen = true };
        var store = new RelationalRegistryStore(database, options);
        Assert.Equal("sqlite", store.Name);
        await store.InitializeAsync(Token);
        await store.DisposeAsync();
        await database.CheckAsync(Token);
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            store.CommitAsync((work, token) => work.AppendAsync(new byte[1], null, token), Token)
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
