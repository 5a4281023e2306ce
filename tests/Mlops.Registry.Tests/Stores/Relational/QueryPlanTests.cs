using Mlops.Registry.Stores;
using Mlops.Registry.Stores.Relational;
using Mlops.Storage.Sqlite;

namespace Mlops.Registry.Tests.Stores.Relational;

/// <summary>What SQLite says about how it would answer a query.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private static readonly RecordQuery Page = new(RecordKind.Version) { Limit = 50 };
    private static readonly RecordQuery ByUpdate = Page with { Order = RecordOrder.UpdatedDescending };

    private static readonly Dictionary<string, RecordQuery> Fast = new()
    {
        ["all by id"] = Page,
        ["all by update"] = ByUpdate,
        ["all by beginning"] = Page with { Order = RecordOrder.FromDescending },
        ["latest of a model"] = Page with { Model = "m", Order = RecordOrder.NumberDescending, Limit = 1 },
        ["model by number"] = Page with { Model = "m", Order = RecordOrder.NumberDescending },
        ["model by update"] = ByUpdate with { Model = "m" },
        ["model and stage by update"] = ByUpdate with { Model = "m", Stages = [3] },
        ["stage"] = ByUpdate with { Stages = [3] },
        ["stages"] = ByUpdate with { Stages = [3, 4, 9] },
        ["stages and tiers"] = ByUpdate with { Stages = [3, 4], Tiers = [1, 2] },
        ["tier"] = ByUpdate with { Tiers = [2] },
        ["tiers"] = ByUpdate with { Tiers = [1, 2] },
        ["author"] = ByUpdate with { Author = "ada" },
        ["author and stage"] = ByUpdate with { Author = "ada", Stages = [1] },
        ["tag"] = ByUpdate with { Tags = new Dictionary<string, string> { ["k"] = "v" } },
        ["tags and stage"] = ByUpdate with
        {
            Tags = new Dictionary<string, string> { ["k"] = "v", ["l"] = "w" },
            Stages = [1],
        },
        ["tenures of an alias at a time"] = Page with
        {
            Model = "m",
            Alias = "champion",
            At = DateTimeOffset.UnixEpoch,
            Order = RecordOrder.FromDescending,
        },
        ["prefix"] = Page with { IdPrefix = "m@" },
    };

    // Each may skip most of the records before its page is full.
    private static readonly Dictionary<string, RecordQuery> Sparse = new()
    {
        ["begun before"] = ByUpdate with { FromBefore = DateTimeOffset.UnixEpoch },
        ["begun between"] = ByUpdate with
        {
            FromAtLeast = DateTimeOffset.MinValue,
            FromBefore = DateTimeOffset.UnixEpoch,
        },
        ["changed since, by beginning"] = Page with
        {
            UpdatedAtLeast = DateTimeOffset.UnixEpoch,
            Order = RecordOrder.FromDescending,
        },
        ["model and begun before"] = ByUpdate with { Model = "m", FromBefore = DateTimeOffset.UnixEpoch },
        ["model and author"] = ByUpdate with { Model = "m", Author = "ada" },
        ["model and tiers"] = ByUpdate with { Model = "m", Tiers = [1, 2] },
        ["model, stage and author"] = ByUpdate with { Model = "m", Stages = [3], Author = "ada" },
        ["model, stage and tier"] = ByUpdate with { Model = "m", Stages = [3], Tiers = [1] },
        ["stage and begun before"] = ByUpdate with { Stages = [3], FromBefore = DateTimeOffset.UnixEpoch },
        ["stage and tier"] = ByUpdate with { Stages = [3], Tiers = [1] },
        ["tier and begun before"] = ByUpdate with { Tiers = [1], FromBefore = DateTimeOffset.UnixEpoch },
        ["author and begun before"] = ByUpdate with { Author = "ada", FromBefore = DateTimeOffset.UnixEpoch },
        ["author and stage"] = ByUpdate with { Author = "ada", Stages = [1] },
        ["author and tier"] = ByUpdate with { Author = "ada", Tiers = [1] },
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-plan-");

    public static TheoryData<string> Names => [.. Fast.Keys];

    public static TheoryData<string> SparseNames => [.. Sparse.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Query_Page_NeitherScansNorSorts(string name)
    {
        foreach (var after in new[] { null, new RecordCursor(Fast[name].Order, 7, "m@7").ToString() })
        {
            var (plan, text) = await PlanAsync(Fast[name] with { After = after });
            Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal));
            for (var i = 0; i < plan.Count; i++)
            {
                // Only the page's keys (k) and the first rows of a branch (b0, b1, …) are read through, or sorted to be merged.
                Assert.False(IsScan(plan[i]) && !IsOfPage(plan[i]), text);
                Assert.False(IsSort(plan[i]) && !(IsScan(plan[i - 1]) && IsOfPage(plan[i - 1])), text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(SparseNames))]
    public async Task Query_RecordsThatAreSkipped_AreSkippedWithinTheIndex(string name)
    {
        var (plan, text) = await PlanAsync(Sparse[name]);

        Assert.True(plan.Any(step => step.Contains(" r USING COVERING INDEX", StringComparison.Ordinal)), text);
        Assert.DoesNotContain(plan, IsSort);
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    private async Task<(IReadOnlyList<string> Plan, string Text)> PlanAsync(RecordQuery query)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(_folder.FullName, "plan.db"));
        await using var store = new RelationalRegistryStore(database);
        await store.InitializeAsync(TestContext.Current.CancellationToken);
        var statement = new RecordQueryStatement(query, RecordCursor.Of(query));
        var plan = await database.ReadAsync(
            (unit, token) => statement.Apply(unit, "EXPLAIN QUERY PLAN ").QueryAsync(row => row.GetString(3), token),
            TestContext.Current.CancellationToken
        );
        return (plan, $"{statement.Sql}\n{string.Join('\n', plan)}");
    }

    private static bool IsScan(string step) => step.StartsWith("SCAN", StringComparison.Ordinal);

    private static bool IsSort(string step) => step.Contains("TEMP B-TREE", StringComparison.Ordinal);

    private static bool IsOfPage(string step) =>
        step.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1] is "k" or ['b', _];
}
