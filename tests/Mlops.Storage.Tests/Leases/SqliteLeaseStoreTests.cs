using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Leases;

public sealed class SqliteLeaseStoreTests(SqliteStore store) : LeaseStoreTests(store), IClassFixture<SqliteStore>;
