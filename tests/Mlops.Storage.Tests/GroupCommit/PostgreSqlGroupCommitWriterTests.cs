using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.GroupCommit;

public sealed class PostgreSqlGroupCommitWriterTests(PostgreSqlStore store)
    : GroupCommitWriterTests(store),
        IClassFixture<PostgreSqlStore>;
