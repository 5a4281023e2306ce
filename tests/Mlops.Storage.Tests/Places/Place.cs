namespace Mlops.Storage.Tests.Places;

/// <summary>An empty database that several instances and processes can open.</summary>
public sealed record Place(string Product, string ConnectionString, string Schema)
{
    public RelationalDatabase Open(RelationalDatabaseOptions? options = null) =>
        Product == "sqlite"
            ? Storage.Sqlite.SqliteDatabase.Open(ConnectionString, new() { Database = options ?? new() })
            : Storage.PostgreSql.PostgreSqlDatabase.Open(
                ConnectionString,
                new() { Schema = Schema, Database = options ?? new() }
            );

    /// <summary>A database with the table of the tests.</summary>
    public async Task<RelationalDatabase> OpenWithTableAsync(RelationalDatabaseOptions? options = null)
    {
        var database = Open(options);
        await new Storage.Migrations.Migrator(database, Schemas.Items, TimeProvider.System).ApplyAsync();
        return database;
    }
}
