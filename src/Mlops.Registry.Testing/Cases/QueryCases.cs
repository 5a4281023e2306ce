using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Filters alone and together, in every order.</summary>
internal static class QueryCases
{
    private const int Count = 90;

    private static readonly RecordQuery Whole = new(RecordKind.Version) { Limit = 1000 };

    private static readonly (string Name, Func<RecordQuery, RecordQuery> Apply)[] Filters =
    [
        ("model", query => query with { Model = "credit" }),
        ("prefix", query => query with { IdPrefix = "v0" }),
        ("stage", query => query with { Stages = [2] }),
        ("stages", query => query with { Stages = [3, 0, 3] }),
        ("tier", query => query with { Tiers = [1] }),
        ("tiers", query => query with { Tiers = [0, 2, 9] }),
        ("author", query => query with { Author = "ada" }),
        ("alias", query => query with { Alias = "champion" }),
        ("number from", query => query with { NumberFrom = 7 }),
        ("number to", query => query with { NumberTo = 21 }),
        ("from at least", query => query with { FromAtLeast = Sample.Start.AddHours(4) }),
        ("from before", query => query with { FromBefore = Sample.Start.AddHours(16) }),
        ("at", query => query with { At = Sample.Start.AddHours(10) }),
        (
            "updated",
            query => query with { UpdatedAtLeast = Sample.Start.AddMinutes(5).ToOffset(TimeSpan.FromHours(-7)) }
        ),
        ("tag", query => query with { Tags = new Dictionary<string, string> { ["env"] = "prod" } }),
        (
            "tags",
            query =>
                query with
                {
                    Tags = new Dictionary<string, string>
                    {
                        ["team"] = "risk",
                        ["Env"] = "prod",
                        ["env"] = "prod",
                    },
                }
        ),
    ];

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("query.filters", "Each condition finds what it says, in every order.", FiltersAsync),
        new("query.combined", "Conditions hold together, in every order.", CombinedAsync),
        new("query.at", "A time is within from its beginning, inclusive, to its end, exclusive.", AtAsync),
        new("query.payload", "What is found has its revision and payload.", PayloadAsync),
        new("query.none", "A query that nothing fits gives an empty and last page.", NoneAsync),
    ];

    private static async Task FiltersAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, Count, token).ConfigureAwait(false);
        await ClaimAsync(store, samples, [("no condition", Whole)], token).ConfigureAwait(false);
        await ClaimAsync(store, samples, Filters.Select(one => (one.Name, one.Apply(Whole))), token)
            .ConfigureAwait(false);
    }

    private static async Task CombinedAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, Count, token).ConfigureAwait(false);
        var pairs =
            from one in Filters
            from two in Filters
            where string.CompareOrdinal(one.Name, two.Name) < 0
            select ($"{one.Name} and {two.Name}", two.Apply(one.Apply(Whole)));
        await ClaimAsync(store, samples, pairs, token).ConfigureAwait(false);
        var most = Filters
            .Where(one => one.Name is not ("tag" or "stage" or "tier" or "prefix"))
            .Select(
                (_, left) => Filters.Where((one, at) => at != left).Aggregate(Whole, (query, one) => one.Apply(query))
            )
            .Select(query => ("all but one", query));
        await ClaimAsync(store, samples, most, token).ConfigureAwait(false);
    }

    private static async Task ClaimAsync(
        IRegistryStore store,
        IReadOnlyList<Sample> samples,
        IEnumerable<(string Name, RecordQuery Query)> queries,
        CancellationToken token
    )
    {
        foreach (var (name, query) in queries)
        {
            foreach (var order in Enum.GetValues<RecordOrder>())
            {
                var ordered = query with { Order = order };
                var page = await store.QueryAsync(ordered, token).ConfigureAwait(false);
                Claim.Sequence(
                    $"A query by {name}, ordered by {order}, finds what fits, in that order.",
                    Sample.Select(samples, ordered),
                    page.Records.Select(record => record.Key.Id)
                );
                Claim.Equal("A page that holds all is the last.", null, page.Next);
            }
        }
    }

    private static async Task AtAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var (noon, tick) = (Sample.Start.AddHours(12), TimeSpan.FromTicks(1));
        (string Id, DateTimeOffset? From, DateTimeOffset? To)[] tenures =
        [
            ("first", noon, noon.AddHours(1)),
            ("second", noon.AddHours(1), noon.AddHours(1) + tick),
            ("empty", noon.AddHours(1), noon.AddHours(1)),
            ("open", noon.AddHours(1) + tick, null),
            ("never", null, null),
        ];
        foreach (var (id, from, to) in tenures)
        {
            var index = new RecordIndex
            {
                Model = "m",
                Alias = "champion",
                From = from,
                To = to,
            };
            await store.PutAsync(new RecordKey(RecordKind.Tenure, id), 0, id, token, index).ConfigureAwait(false);
        }

        (DateTimeOffset At, string[] Holding)[] moments =
        [
            (DateTimeOffset.MinValue, []),
            (noon - tick, []),
            (noon, ["first"]),
            (noon.AddHours(1) - tick, ["first"]),
            (noon.AddHours(1), ["second"]),
            (noon.AddHours(1) + tick, ["open"]),
            (DateTimeOffset.MaxValue, ["open"]),
        ];
        foreach (var (at, holding) in moments)
        {
            var query = new RecordQuery(RecordKind.Tenure)
            {
                Model = "m",
                Alias = "champion",
                At = at,
            };
            var page = await store.QueryAsync(query, token).ConfigureAwait(false);
            var found = page.Records.Select(record => record.Key.Id);
            Claim.Sequence($"At {at:O} holds what began and has not ended.", holding, found);
        }
    }

    private static async Task PayloadAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var index = new RecordIndex { Model = "m" };
        for (var i = 0; i < 3; i++)
        {
            for (var revision = 0; revision <= i; revision++)
            {
                var key = new RecordKey(RecordKind.Version, $"m@{i}");
                await store.PutAsync(key, revision, $"{i}.{revision}", token, index).ConfigureAwait(false);
            }
        }

        var page = await store.QueryAsync(Whole with { Model = "m" }, token).ConfigureAwait(false);
        Claim.Sequence("What is found has its payload.", ["0.0", "1.1", "2.2"], page.Records.Select(one => one.Text()));
        Claim.Sequence("What is found has its revision.", [1L, 2L, 3L], page.Records.Select(one => one.Revision));
    }

    private static async Task NoneAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await ClaimAsync(store, [], [("no condition", Whole)], token).ConfigureAwait(false);
        await Sample.WriteAsync(store, 10, token).ConfigureAwait(false);
        RecordQuery[] queries =
        [
            Whole with
            {
                Model = "none",
            },
            Whole with
            {
                Stages = [77, 78],
            },
            Whole with
            {
                NumberFrom = 5,
                NumberTo = 4,
            },
            Whole with
            {
                Tags = new Dictionary<string, string> { ["env"] = "PROD" },
            },
            new(RecordKind.Checkpoint),
        ];
        foreach (var query in queries)
        {
            var page = await store.QueryAsync(query, token).ConfigureAwait(false);
            Claim.Equal("Nothing is found where nothing fits.", 0, page.Records.Count);
            Claim.Equal("An empty page is the last.", null, page.Next);
        }
    }
}
