using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Commands;

public sealed class PostgreSqlSqlUnitTests(PostgreSqlStore store) : SqlUnitTests(store), IClassFixture<PostgreSqlStore>;
