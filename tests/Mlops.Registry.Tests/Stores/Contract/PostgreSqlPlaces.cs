using Mlops.Registry.Stores.Relational;
using Mlops.Storage.PostgreSql;
using Mlops.Tests.Shared;

namespace Mlops.Registry.Tests.Stores.Contract;

/// <summary>A schema of its own for each place, in the fixture's database, which is dropped with all of them.</summary>
internal static class PostgreSqlPlaces
{
    public static StoreFactory On(PostgreSqlFixture server) =>
        new(
            true,
            () =>
            {
                var schema = $"place_{Guid.NewGuid():n}";
                var options = new PostgreSqlDatabaseOptions { Schema = schema };
                return new StoreFactory.Place(
                    () => new RelationalRegistryStore(PostgreSqlDatabase.Open(server.ConnectionString, options)),
                    async () => await server.ExecuteAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE")
                );
            }
        );
}
