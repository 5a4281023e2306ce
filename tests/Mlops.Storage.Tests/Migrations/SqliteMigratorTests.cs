using Microsoft.Data.Sqlite;
using Mlops.Storage.Migrations;
using Mlops.Storage.Sqlite;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Migrations;

public sealed class SqliteMigratorTests(SqliteStore store) : MigratorTests(store), IClassFixture<SqliteStore>
{
    private readonly SqliteStore _store = store;

    [Fact]
    public async Task StartAsync_ReadOnlyDatabaseUpToDate_TakesNoWriteLock()
    {
        var place = _store.NewPlace();
        await using var owner = await place.OpenWithTableAsync();
        await using var reader = SqliteDatabase.OpenReadOnly(place.ConnectionString);

        var plan = await Migrator(reader).StartAsync(StartupMode.Apply, TestContext.Current.CancellationToken);

        Assert.True(plan.IsUpToDate);
    }

    protected override async Task RunScriptAsync(Place place, string script)
    {
        await using var connection = new SqliteConnection($"Data Source={place.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync();
    }
}
