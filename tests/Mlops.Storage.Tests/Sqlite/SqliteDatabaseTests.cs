using System.Globalization;
using Microsoft.Data.Sqlite;
using Mlops.Storage.Sqlite;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests(SqliteStore store) : IClassFixture<SqliteStore>
{
    [Fact]
    public async Task Open_Pragmas_AreSetOnEveryConnection()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            // Two at once, so that the second connection is another one.
            var settings = await Task.WhenAll(ReadAsync(database), ReadAsync(database));
            Assert.All(settings, found => Assert.Equal(("wal", 2, 1, 30_000), found));
        }

        static async Task<(string?, long?, long?, long?)> ReadAsync(RelationalDatabase database) =>
            await database.ReadAsync(
                async (unit, token) =>
                    (
                        await unit.Command("SELECT journal_mode FROM pragma_journal_mode").QueryTextAsync(token),
                        await unit.Command("SELECT synchronous FROM pragma_synchronous").QueryInt64Async(token),
                        await unit.Command("SELECT foreign_keys FROM pragma_foreign_keys").QueryInt64Async(token),
                        await unit.Command("SELECT timeout FROM pragma_busy_timeout").QueryInt64Async(token)
                    )
            );
    }

    [Fact]
    public async Task Open_AfterAWrite_BusyTimeoutIsAsBefore()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();

        var timeout = await database.WriteAsync(
            "items",
            (unit, token) => unit.Command("SELECT timeout FROM pragma_busy_timeout").QueryInt64Async(token),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(30_000, timeout);
    }

    [Fact]
    public async Task Open_ConnectionString_IsTakenAsSuch()
    {
        var place = store.NewPlace();
        await using var database = SqliteDatabase.Open($"Data Source={place.ConnectionString}");

        await database.CheckAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(place.ConnectionString));
    }

    [Fact]
    public async Task Open_MissingFolder_IsNamed()
    {
        var folder = Path.Combine(store.Folder, "nowhere");
        await using var database = SqliteDatabase.Open(Path.Combine(folder, "a.db"));

        Assert.Equal(
            $"There is no folder '{folder}' for the database 'a.db': make it first.",
            await FailureAsync(database)
        );
    }

    [Fact]
    public async Task Open_Folder_IsRefused()
    {
        await using var database = SqliteDatabase.Open(store.Folder);

        Assert.Contains("is a folder", await FailureAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FileThatIsNoDatabase_IsNamed()
    {
        var path = Path.Combine(store.Folder, "text.db");
        await File.WriteAllTextAsync(path, new string('x', 5000), TestContext.Current.CancellationToken);
        await using var database = SqliteDatabase.Open(path);

        Assert.Contains("is not a SQLite database", await FailureAsync(database), StringComparison.Ordinal);
        await using var readOnly = SqliteDatabase.OpenReadOnly(path);
        Assert.Contains("is not a SQLite database", await FailureAsync(readOnly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenReadOnly_MissingFile_IsNamedAndNotMade()
    {
        var place = store.NewPlace();
        await using var database = SqliteDatabase.OpenReadOnly(place.ConnectionString);

        Assert.Contains("there is no such file", await FailureAsync(database), StringComparison.Ordinal);
        Assert.False(File.Exists(place.ConnectionString));
    }

    [Fact]
    public async Task OpenReadOnly_Write_SaysThatItCanOnlyBeRead()
    {
        var place = store.NewPlace();
        await using var owner = await place.OpenWithTableAsync();
        await using var database = SqliteDatabase.OpenReadOnly(place.ConnectionString);

        Assert.Equal(0, await Items.CounterAsync(database));
        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            database
                .WriteAsync(
                    "items",
                    (unit, token) => Items.AddAsync(unit, "a", token),
                    TestContext.Current.CancellationToken
                )
                .AsTask()
        );
        Assert.Contains("can only be read", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public void Open_Memory_IsRefused(string text) => Assert.Throws<ArgumentException>(() => SqliteDatabase.Open(text));

    [Fact]
    public async Task WriteAsync_LockHeldForTooLong_SaysThatItIsBusy()
    {
        var place = store.NewPlace();
        await using var owner = await place.OpenWithTableAsync();
        await using var database = SqliteDatabase.Open(
            place.ConnectionString,
            new()
            {
                BusyTimeout = TimeSpan.FromMilliseconds(50),
                Database = new() { RetryLimit = TimeSpan.FromMilliseconds(100) },
            }
        );

        await owner.WriteAsync(
            "items",
            async (_, _) =>
            {
                await Assert.ThrowsAsync<DatabaseBusyException>(() =>
                    database
                        .WriteAsync(
                            "items",
                            (unit, token) => Items.AddAsync(unit, "a", token),
                            TestContext.Current.CancellationToken
                        )
                        .AsTask()
                );
                Assert.Equal(0, await Items.CountAsync(database));
                return true;
            },
            TestContext.Current.CancellationToken
        );

        await database.WriteAsync(
            "items",
            (unit, token) => Items.AddAsync(unit, "a", token),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(1, await Items.CountAsync(owner));
    }

    [Fact]
    public async Task WriteAsync_LockHeldByAnother_CanBeCancelled()
    {
        var place = store.NewPlace();
        await using var owner = await place.OpenWithTableAsync();
        await using var database = place.Open();
        using var cancellation = new CancellationTokenSource();

        await owner.WriteAsync(
            "items",
            async (_, _) =>
            {
                var waiting = database
                    .WriteAsync("items", (unit, token) => Items.AddAsync(unit, "a", token), cancellation.Token)
                    .AsTask();
                await cancellation.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
                return true;
            },
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task Open_FileThatCannotHaveAWriteAheadLog_IsRefused()
    {
        var path = Path.Combine(store.Folder, "old.db");
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE a (b)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var database = SqliteDatabase.Open($"Data Source=file:{path}?immutable=1");

        Assert.Contains("can't have a write-ahead log", await FailureAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutANativeSqlite_SaysWhatToAdd()
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Folder, "without")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.*"))
        {
            // Without the list of dependencies the host takes what lies in the folder.
            var name = Path.GetFileName(file);
            if (
                !name.StartsWith("SQLitePCLRaw.batteries", StringComparison.Ordinal)
                && !name.EndsWith(".deps.json", StringComparison.Ordinal)
            )
            {
                File.Copy(file, Path.Combine(folder, name));
            }
        }

        using var worker = Worker.Start("check", store.NewPlace(), folder: folder);
        var output = await Worker.FinishAsync(worker);

        Assert.Contains("There is no native SQLite: add a package such as", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CurrentTimestampExpression_InAScript_IsNow()
    {
        await using var database = store.NewPlace().Open();

        var ticks = await database.ReadAsync(
            (unit, token) =>
                unit.Command($"SELECT {database.Dialect.CurrentTimestampExpression}").QueryInt64Async(token),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            new DateTime(ticks!.Value, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
    }

    private static async Task<string> FailureAsync(RelationalDatabase database) =>
        (
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
                database.CheckAsync(TestContext.Current.CancellationToken).AsTask()
            )
        ).Message;
}
