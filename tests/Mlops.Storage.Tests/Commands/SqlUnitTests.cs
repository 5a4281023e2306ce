using Mlops.Storage.Commands;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Commands;

public abstract class SqlUnitTests(IStore store)
{
    private const string Insert =
        "INSERT INTO thing (id, flag, ratio, text, data, at) VALUES (@id, @flag, @ratio, @text, @data, @at)";
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));

    [Fact]
    public async Task Command_EveryType_ComesBackAsItWas()
    {
        await using var database = await OpenAsync();
        await database.WriteAsync(
            "thing",
            async (unit, token) =>
            {
                await SetAll(unit.Command(Insert), 1, "é ", [0, 255]).ExecuteAsync(token);
                return await unit.Command(Insert)
                    .Set("id", 2)
                    .Set("flag", false)
                    .Set("ratio", (double?)null)
                    .Set("text", (string?)null)
                    .Set("data", (byte[]?)null)
                    .Set("at", (DateTimeOffset?)null)
                    .ExecuteAsync(token);
            },
            TestContext.Current.CancellationToken
        );

        var rows = await database.ReadAsync(
            (unit, token) =>
                unit.Command("SELECT id, flag, ratio, text, data, at FROM thing ORDER BY id")
                    .QueryAsync(
                        row =>
                            (
                                row.GetInt64(0),
                                row.GetFlag(1),
                                row.IsDBNull(2) ? (double?)null : row.GetDouble(2),
                                row.GetTextOrNull(3),
                                row.GetBytesOrNull(4),
                                row.GetTimestampOrNull(5)
                            ),
                        token
                    ),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((1, true, 0.1, "é "), (rows[0].Item1, rows[0].Item2, rows[0].Item3, rows[0].Item4));
        Assert.Equal([0, 255], rows[0].Item5);
        Assert.Equal((Time, TimeSpan.Zero), (rows[0].Item6!.Value, rows[0].Item6!.Value.Offset));
        Assert.Equal((2, false, null, null, null, null), rows[1]);
    }

    [Fact]
    public async Task Batch_StatementsAndQueries_RunInOrder()
    {
        await using var database = await OpenAsync();
        var texts = new List<string?>();
        var before = -1L;

        var counts = await database.WriteAsync(
            "thing",
            async (unit, token) =>
            {
                var batch = unit.Batch();
                batch.AddQuery("SELECT COUNT(*) FROM thing", row => before = row.GetInt64(0));
                SetAll(batch.Add(Insert), 1, "a", []);
                SetAll(batch.Add(Insert), 2, "b", []);
                batch
                    .AddQuery(
                        "SELECT text FROM thing WHERE id >= @from ORDER BY id",
                        row => texts.Add(row.GetTextOrNull(0))
                    )
                    .Set("from", 1);
                batch.AddQuery("SELECT text FROM thing WHERE id = 99", row => texts.Add(row.GetTextOrNull(0)));
                batch.Add("UPDATE thing SET text = 'c'");
                Assert.False(unit.HasWritten);
                var result = await batch.ExecuteAsync(token);
                Assert.True(unit.HasWritten);
                return result;
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal([1, 1, 1, 2, 0, 2], counts);
        Assert.Equal(0, before);
        Assert.Equal(["a", "b"], texts);
    }

    [Fact]
    public async Task Command_ParameterLeftOverFromAnEarlierUse_IsRefused()
    {
        await using var database = await OpenAsync();
        await database.ReadAsync(
            (unit, token) => unit.Command("SELECT id FROM thing WHERE id = @id").Set("id", 1).QueryInt64Async(token),
            TestContext.Current.CancellationToken
        );

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database
                .ReadAsync(
                    (unit, token) => unit.Command("SELECT id FROM thing WHERE id = @id").QueryInt64Async(token),
                    TestContext.Current.CancellationToken
                )
                .AsTask()
        );

        Assert.Contains("@id is not set", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ThatMayWriteInARead_IsRefused()
    {
        await using var database = await OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database
                .ReadAsync(
                    (unit, token) => unit.Command("DELETE FROM thing").ExecuteAsync(token),
                    TestContext.Current.CancellationToken
                )
                .AsTask()
        );
    }

    [Fact]
    public async Task Command_AfterItsUnit_IsRefused()
    {
        await using var database = await OpenAsync();
        PreparedCommand? kept = null;
        await database.ReadAsync(
            (unit, _) => new ValueTask<bool>((kept = unit.Command("SELECT 1")) is not null),
            TestContext.Current.CancellationToken
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            kept!.QueryInt64Async(TestContext.Current.CancellationToken).AsTask()
        );
    }

    [Fact]
    public async Task Command_MoreTextsThanAreKept_StillRun()
    {
        await using var database = await OpenAsync(new() { MaximumPreparedCommands = 2 });

        for (var i = 0L; i < 20; i++)
        {
            Assert.Equal(
                i,
                await database.ReadAsync(
                    async (unit, token) =>
                        await unit.Command($"SELECT {i % 5} + 0 * {i}").QueryInt64Async(token) + (i - (i % 5)),
                    TestContext.Current.CancellationToken
                )
            );
        }
    }

    [Fact]
    public async Task ReadSnapshotAsync_WriteBetweenTwoQueries_IsNotSeen()
    {
        await using var database = await OpenAsync();
        const string Count = "SELECT COUNT(*) FROM thing";

        var (before, after) = await database.ReadSnapshotAsync(
            async (unit, token) =>
            {
                var first = await unit.Command(Count).QueryInt64Async(token);
                await database.WriteAsync(
                    "thing",
                    (other, inner) => SetAll(other.Command(Insert), 1, "a", []).ExecuteAsync(inner),
                    token
                );
                return (first, await unit.Command(Count).QueryInt64Async(token));
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((0, 0), (before, after));
        Assert.Equal(
            1,
            await database.ReadAsync(
                (unit, token) => unit.Command(Count).QueryInt64Async(token),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Text_Order_IsThatOfBytes()
    {
        await using var database = await OpenAsync();
        await database.WriteAsync(
            "thing",
            async (unit, token) =>
            {
                foreach (var (id, text) in new[] { (1L, "b"), (2L, "B"), (3L, "a"), (4L, "é"), (5L, "_") })
                {
                    await SetAll(unit.Command(Insert), id, text, []).ExecuteAsync(token);
                }

                return true;
            },
            TestContext.Current.CancellationToken
        );

        var order = await database.ReadAsync(
            (unit, token) =>
                unit.Command("SELECT text FROM thing ORDER BY text").QueryAsync(row => row.GetString(0), token),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["B", "_", "a", "b", "é"], order);
    }

    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("  select 1", true)]
    [InlineData("VALUES (1)", true)]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x", true)]
    [InlineData("WITH x AS (DELETE FROM y RETURNING *) SELECT * FROM x", false)]
    [InlineData("SELECTED", false)]
    [InlineData("INSERT INTO x SELECT 1", false)]
    public void IsQuery_FirstWord_Decides(string sql, bool expected) =>
        Assert.Equal(expected, StatementKind.IsQuery(sql));

    private async Task<RelationalDatabase> OpenAsync(RelationalDatabaseOptions? options = null)
    {
        var database = store.NewPlace().Open(options);
        var things = new Storage.Migrations.MigrationSet(
            "things",
            new Storage.Migrations.Migration(
                1,
                "things",
                dialect =>
                    [
                        $"CREATE TABLE thing (id {dialect.IntegerType} PRIMARY KEY, flag {dialect.IntegerType}, ratio {dialect.RealType}, text {dialect.TextType}, data {dialect.BlobType}, at {dialect.TimestampType})",
                    ]
            )
        );
        await new Storage.Migrations.Migrator(database, things, TimeProvider.System).ApplyAsync();
        return database;
    }

    private static TStatement SetAll<TStatement>(TStatement statement, long id, string text, byte[] data)
        where TStatement : Statement<TStatement> =>
        statement.Set("id", id).Set("flag", true).Set("ratio", 0.1).Set("text", text).Set("data", data).Set("at", Time);
}
