using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Leases;

public sealed class PostgreSqlLeaseStoreTests(PostgreSqlStore store)
    : LeaseStoreTests(store),
        IClassFixture<PostgreSqlStore>;
