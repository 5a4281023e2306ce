using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.GroupCommit;

public sealed class SqliteGroupCommitWriterTests(SqliteStore store)
    : GroupCommitWriterTests(store),
        IClassFixture<SqliteStore>;
