using Mlops.Storage.Migrations;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Migrations;

public abstract class MigratorTests(IStore store)
{
    [Fact]
    public async Task PlanAsync_EmptyDatabase_ListsEverythingAndWritesNothing()
    {
        await using var database = store.NewPlace().Open();

        var plan = await Migrator(database).PlanAsync(TestContext.Current.CancellationToken);

        Assert.Empty(plan.Applied);
        Assert.Equal([1, 2, 3], plan.Pending.Select(migration => migration.Number));
        Assert.Contains("CREATE TABLE item", plan.ToSql(), StringComparison.Ordinal);
        Assert.Null(await TableAsync(database, "mlops_migration"));
    }

    [Fact]
    public async Task ApplyAsync_Twice_AppliesOnce()
    {
        await using var database = store.NewPlace().Open();

        var first = await Migrator(database).ApplyAsync(TestContext.Current.CancellationToken);
        var second = await Migrator(database).ApplyAsync(TestContext.Current.CancellationToken);

        Assert.True(first.IsUpToDate);
        Assert.Equal(first.Applied, second.Applied);
        Assert.Equal(3, second.Applied.Count);
    }

    [Fact]
    public async Task ApplyAsync_OlderDatabase_AppliesTheRest()
    {
        await using var database = store.NewPlace().Open();
        await Migrator(database, 1).ApplyAsync(TestContext.Current.CancellationToken);

        var plan = await Migrator(database).PlanAsync(TestContext.Current.CancellationToken);
        Assert.Equal([2, 3], plan.Pending.Select(migration => migration.Number));
        await Migrator(database).ApplyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await Items.CounterAsync(database));
    }

    [Fact]
    public async Task ToSql_RunByHand_LeavesNothingPending()
    {
        var place = store.NewPlace();
        await using var database = place.Open();
        var script = (await Migrator(database).PlanAsync(TestContext.Current.CancellationToken)).ToSql();

        await RunScriptAsync(place, script);

        Assert.True(
            (await Migrator(database).StartAsync(StartupMode.Require, TestContext.Current.CancellationToken)).IsUpToDate
        );
        Assert.Equal(0, await Items.CounterAsync(database));
    }

    [Fact]
    public async Task StartAsync_RequireWithPending_Refuses()
    {
        await using var database = store.NewPlace().Open();

        var refusal = await Assert.ThrowsAsync<PendingMigrationsException>(() =>
            Migrator(database).StartAsync(StartupMode.Require, TestContext.Current.CancellationToken).AsTask()
        );

        Assert.Contains("1 (items)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_NewerDatabase_Refuses()
    {
        await using var database = store.NewPlace().Open();
        await Migrator(database).ApplyAsync(TestContext.Current.CancellationToken);

        foreach (var mode in Enum.GetValues<StartupMode>())
        {
            await Assert.ThrowsAsync<NewerSchemaException>(() =>
                Migrator(database, 2).StartAsync(mode, TestContext.Current.CancellationToken).AsTask()
            );
        }
    }

    [Fact]
    public async Task StartAsync_ChangedMigration_Refuses()
    {
        await using var database = store.NewPlace().Open();
        await Migrator(database, 1).ApplyAsync(TestContext.Current.CancellationToken);
        var changed = new Migrator(database, Schemas.ItemsUpTo(3, "quantity"), TimeProvider.System);

        var refusal = await Assert.ThrowsAsync<MigrationChangedException>(() =>
            changed.ApplyAsync(TestContext.Current.CancellationToken).AsTask()
        );

        Assert.Contains("Migration 1 of 'items'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_FailingMigration_LeavesTheOnesBeforeIt()
    {
        await using var database = store.NewPlace().Open();
        var broken = new MigrationSet(
            "items",
            [
                .. Schemas.ItemsUpTo(1).Migrations,
                new Migration(
                    2,
                    "broken",
                    _ => ["INSERT INTO item (name, amount) VALUES ('a', 1)", "INSERT INTO nowhere VALUES (1)"]
                ),
            ]
        );

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            new Migrator(database, broken, TimeProvider.System)
                .ApplyAsync(TestContext.Current.CancellationToken)
                .AsTask()
        );

        Assert.Single((await Migrator(database).PlanAsync(TestContext.Current.CancellationToken)).Applied);
        Assert.Equal(0, await Items.CountAsync(database));
    }

    [Fact]
    public async Task ApplyAsync_SixteenInstancesAtOnce_ApplyOnce()
    {
        var place = store.NewPlace();
        var databases = Enumerable.Range(0, 16).Select(_ => place.Open()).ToList();

        await Task.WhenAll(databases.Select(database => Task.Run(() => Migrator(database).ApplyAsync().AsTask())));

        Assert.Equal(0, await Items.CounterAsync(databases[0]));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task ApplyAsync_FourProcessesAtOnce_ApplyOnce()
    {
        var place = store.NewPlace();

        var processes = Enumerable.Range(0, 4).Select(_ => Worker.Start("migrate", place)).ToList();
        var failures = await Task.WhenAll(processes.Select(Worker.FinishAsync));

        Assert.All(failures, Assert.Empty);
        await using var database = place.Open();
        Assert.Equal(0, await Items.CounterAsync(database));
    }

    [Fact]
    public void MigrationSet_NumbersWithAGap_IsRefused() =>
        Assert.Contains(
            "stands in place 1",
            Assert
                .Throws<ArgumentException>(() => new MigrationSet("items", new Migration(2, "late", _ => [])))
                .Message,
            StringComparison.Ordinal
        );

    protected abstract Task RunScriptAsync(Place place, string script);

    protected static Migrator Migrator(RelationalDatabase database, int count = 3) =>
        new(database, Schemas.ItemsUpTo(count), TimeProvider.System);

    private static ValueTask<long?> TableAsync(RelationalDatabase database, string table) =>
        database.ReadAsync(
            (unit, token) => unit.Command(database.Dialect.TableExistsQuery).Set("table", table).QueryInt64Async(token)
        );
}
