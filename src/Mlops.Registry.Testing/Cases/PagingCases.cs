using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Page after page.</summary>
internal static class PagingCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("paging.orders", "Pages of any size neither overlap nor leave gaps, in every order.", OrdersAsync),
        new("paging.writers", "Pages neither overlap nor leave gaps when others write between them.", WritersAsync),
        new("paging.last", "A page that ends with the last record has no next one.", LastAsync),
    ];

    private static async Task OrdersAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, 80, token).ConfigureAwait(false);
        var whole = new RecordQuery(RecordKind.Version);
        RecordQuery[] queries =
        [
            whole,
            whole with
            {
                Model = "credit",
            },
            whole with
            {
                Stages = [0, 1, 3],
            },
            whole with
            {
                Tiers = [0, 1, 2],
            },
            whole with
            {
                Stages = [0, 1],
                Tiers = [0, 2],
            },
            whole with
            {
                Author = "ada",
            },
            whole with
            {
                Alias = "champion",
            },
            whole with
            {
                IdPrefix = "V",
            },
            whole with
            {
                Tags = new Dictionary<string, string> { ["env"] = "prod" },
            },
        ];
        foreach (var query in queries)
        {
            foreach (var order in Enum.GetValues<RecordOrder>())
            {
                foreach (var limit in new[] { 1, 3, 10, 79, 80, 1000 })
                {
                    var paged = query with { Order = order, Limit = limit };
                    var found = await store
                        .ReadAsync((reader, end) => reader.AllPagesAsync(paged, end), token)
                        .ConfigureAwait(false);
                    Claim.Sequence(
                        $"Pages of {limit} by {order} give every record once.",
                        Sample.Select(samples, paged),
                        found.Select(record => record.Key.Id)
                    );
                }
            }
        }
    }

    private static async Task WritersAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, 80, token).ConfigureAwait(false);
        foreach (var order in Enum.GetValues<RecordOrder>())
        {
            await ClaimOldOnesAsync(store, samples, order, token).ConfigureAwait(false);
        }
    }

    private static async Task ClaimOldOnesAsync(
        IRegistryStore store,
        IReadOnlyList<Sample> samples,
        RecordOrder order,
        CancellationToken token
    )
    {
        var query = new RecordQuery(RecordKind.Version) { Order = order, Limit = 7 };
        var found = new List<string>();
        for (var next = query; found.Count < 20_000; )
        {
            // Each page from a state of its own, with writes before the next.
            var page = await store.QueryAsync(next, token).ConfigureAwait(false);
            found.AddRange(page.Records.Select(record => record.Key.Id));
            if (page.Next is null)
            {
                break;
            }

            for (var i = 0; i < 6; i++)
            {
                await WriteBetweenAsync(store, found.Count + i, $"{order}", token).ConfigureAwait(false);
            }

            next = next with { After = page.Next };
        }

        Claim.Equal("No record is given twice.", found.Count, found.Distinct(StringComparer.Ordinal).Count());
        Claim.Sequence(
            $"Records that nobody touched are all given once, by {order}.",
            Sample.Select(samples, query),
            found.Where(id => !id.Contains("new", StringComparison.Ordinal))
        );
    }

    // New records that fall before and after where a page ended, some of them gone again before the next.
    private static async Task WriteBetweenAsync(IRegistryStore store, int i, string order, CancellationToken token)
    {
        var index = new RecordIndex
        {
            Number = i * 11 % 40,
            From = Sample.Start.AddHours(i * 7 % 20),
            UpdatedAt = Sample.Start.AddMinutes(i * 5 % 13),
        };
        var key = new RecordKey(RecordKind.Version, $"v{i * 37 % 101:D3} new {i} {order}");
        if (await store.GetAsync(key, token).ConfigureAwait(false) is not null)
        {
            return;
        }

        await store.PutAsync(key, 0, "new", token, index).ConfigureAwait(false);
        if (i % 3 != 0)
        {
            await store.DeleteAsync(key, 1, token).ConfigureAwait(false);
        }
    }

    private static async Task LastAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await Sample.WriteAsync(store, 12, token).ConfigureAwait(false);
        foreach (var (limit, isLast) in new[] { (11, false), (12, true), (13, true) })
        {
            var page = await store
                .QueryAsync(new RecordQuery(RecordKind.Version) { Limit = limit }, token)
                .ConfigureAwait(false);
            Claim.Equal("A page is full while there are records.", Math.Min(limit, 12), page.Records.Count);
            Claim.Equal($"A page of {limit} of 12 knows whether it is the last.", isLast, page.Next is null);
        }
    }
}
