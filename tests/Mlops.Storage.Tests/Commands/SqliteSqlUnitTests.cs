using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Commands;

public sealed class SqliteSqlUnitTests(SqliteStore store) : SqlUnitTests(store), IClassFixture<SqliteStore>;
