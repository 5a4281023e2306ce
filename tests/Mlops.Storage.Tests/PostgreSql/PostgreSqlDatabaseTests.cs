using Mlops.Storage.GroupCommit;
using Mlops.Storage.PostgreSql;
using Mlops.Storage.Tests.Places;
using Npgsql;

namespace Mlops.Storage.Tests.PostgreSql;

public sealed class PostgreSqlDatabaseTests(PostgreSqlStore store) : IClassFixture<PostgreSqlStore>
{
    [Fact]
    public async Task CheckAsync_DatabaseThatIsNotThere_IsNamed()
    {
        var settings = new NpgsqlConnectionStringBuilder(store.NewPlace().ConnectionString) { Database = "nowhere" };
        await using var database = PostgreSqlDatabase.Open(settings.ConnectionString);

        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            database.CheckAsync(TestContext.Current.CancellationToken).AsTask()
        );

        Assert.Contains("\"nowhere\" does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ConnectionsKilledBetweenUnits_GoesOn()
    {
        var place = store.NewPlace();
        await using var database = await place.OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        await Items.IncrementAsync(writer, TestContext.Current.CancellationToken);
        await Items.CounterAsync(database);

        await store.Server.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );

        Assert.Equal(2, await Items.IncrementAsync(writer, TestContext.Current.CancellationToken));
        Assert.Equal(2, await Items.CounterAsync(database));
        Assert.Equal(1, writer.RetryCount);
    }

    [Fact]
    public async Task RunAsync_ConnectionKilledInsideAUnit_RunsTheBatchAgain()
    {
        var place = store.NewPlace();
        await using var database = await place.OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var runs = 0;

        await writer.RunAsync(
            async (unit, token) =>
            {
                await unit.Command("UPDATE item SET amount = amount + 1 WHERE name = 'counter'").ExecuteAsync(token);
                if (runs++ == 0)
                {
                    var process = await unit.Command("SELECT pg_backend_pid()").QueryInt64Async(token);
                    await store.Server.ExecuteAsync($"SELECT pg_terminate_backend({process})");
                }

                return await Items.ReadCounterAsync(unit, token);
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((2, 1), (runs, await Items.CounterAsync(database)));
    }

    [Fact]
    public async Task RunAsync_ConnectionKilledBeforeTheCommit_SaysThatTheOutcomeIsUnknown()
    {
        var place = store.NewPlace();
        await using var database = await place.OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");

        var run = writer.RunAsync(
            async (unit, token) =>
            {
                var process = await unit.Command("SELECT pg_backend_pid()").QueryInt64Async(token);
                await unit.Command("UPDATE item SET amount = amount + 1 WHERE name = 'counter'").ExecuteAsync(token);
                await store.Server.ExecuteAsync($"SELECT pg_terminate_backend({process})");
                return true;
            },
            TestContext.Current.CancellationToken
        );

        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => run);
        Assert.Equal(1, await Items.IncrementAsync(writer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WriteAsync_OtherComponent_DoesNotWait()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();

        var inner = await database.WriteAsync(
            "items",
            (_, token) => database.WriteAsync("others", (unit, inner) => Items.AddAsync(unit, "a", inner), token),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(1, inner);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a, b")]
    [InlineData("1a")]
    public void Open_NameOfSchema_IsChecked(string schema) =>
        Assert.Throws<ArgumentException>(() => PostgreSqlDatabase.Open("Host=localhost", new() { Schema = schema }));
}
