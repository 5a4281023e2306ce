using Mlops.Registry.Stores.Relational;
using Mlops.Storage.Sqlite;

namespace Mlops.Registry.Tests.Stores.Contract;

internal static class SqlitePlaces
{
    public static StoreFactory Factory { get; } =
        new(
            true,
            () =>
            {
                var folder = Directory.CreateTempSubdirectory("mlops-registry-");
                var file = Path.Combine(folder.FullName, "registry.db");
                return new StoreFactory.Place(
                    () => new RelationalRegistryStore(SqliteDatabase.Open(file)),
                    () =>
                    {
                        folder.Delete(recursive: true);
                        return default;
                    }
                );
            }
        );
}
