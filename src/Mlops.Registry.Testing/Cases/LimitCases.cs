using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Sizes at their limits, and arguments beyond them.</summary>
internal static class LimitCases
{
    private const int LargestEntry = 1 << 20;

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("limits.large", "Entries of 1 MiB and records of 5 MB are kept whole.", LargeAsync),
        new("limits.entry", "An entry of more than 1 MiB is refused, and nothing of the unit remains.", EntryAsync),
        new("limits.ids", "Ids have 1 to 300 characters.", IdsAsync),
        new("limits.reads", "Limits and beginnings of pages that are malformed are refused.", ReadsAsync),
    ];

    private static async Task LargeAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var (entry, payload) = (Pattern(LargestEntry, 1), Pattern(5_000_000, 2));
        var key = StoreCalls.Key("large");
        await store
            .CommitAsync(
                async (work, end) =>
                {
                    await work.PutAsync(key, 0, payload, RecordIndex.None, end).ConfigureAwait(false);
                    for (var i = 0; i < 6; i++)
                    {
                        await work.AppendAsync(entry, "m", end).ConfigureAwait(false);
                    }

                    return 0;
                },
                token
            )
            .ConfigureAwait(false);
        var read = Claim.NotNull("It is there.", await store.GetAsync(key, token).ConfigureAwait(false));
        Claim.Bytes("A large record is whole.", payload, read.Payload);
        foreach (var one in await store.ClaimLogIsWholeAsync(6, token).ConfigureAwait(false))
        {
            Claim.Bytes("A large entry is whole.", entry, one.Bytes);
        }
    }

    private static async Task EntryAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        await Claim
            .ThrowsAsync<ArgumentException>(
                "An entry beyond the limit is refused.",
                () =>
                    store.CommitAsync(
                        async (work, end) =>
                        {
                            await work.PutAsync(key, 0, new byte[1], RecordIndex.None, end).ConfigureAwait(false);
                            return await work.AppendAsync(new byte[LargestEntry + 1], null, end).ConfigureAwait(false);
                        },
                        token
                    )
            )
            .ConfigureAwait(false);
        Claim.Equal("Nothing remains of it.", null, await store.GetAsync(key, token).ConfigureAwait(false));
        await store.ClaimLogIsWholeAsync(0, token).ConfigureAwait(false);
    }

    private static async Task IdsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var longest = new string('語', 300);
        var index = new RecordIndex { Model = new string('m', 128), Author = new string('語', 200) };
        await store.PutAsync(StoreCalls.Key(longest), 0, "x", token, index).ConfigureAwait(false);
        Claim.NotNull(
            "The longest id is kept.",
            await store.GetAsync(StoreCalls.Key(longest), token).ConfigureAwait(false)
        );
        foreach (var id in new[] { "", longest + "x" })
        {
            await Claim
                .ThrowsAsync<ArgumentException>(
                    $"An id of {id.Length} characters is refused.",
                    () => store.PutAsync(StoreCalls.Key(id), 0, "x", token)
                )
                .ConfigureAwait(false);
        }

        await Claim
            .ThrowsAsync<ArgumentException>(
                "A revision below 0 is refused.",
                () => store.PutAsync(StoreCalls.Key("a"), -1, "x", token)
            )
            .ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(1, token).ConfigureAwait(false);
    }

    private static async Task ReadsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await Sample.WriteAsync(store, 20, token).ConfigureAwait(false);
        var query = new RecordQuery(RecordKind.Version) { Limit = 3, Order = RecordOrder.UpdatedDescending };
        var page = await store.QueryAsync(query, token).ConfigureAwait(false);
        RecordQuery[] malformed =
        [
            query with
            {
                Limit = 0,
            },
            query with
            {
                Limit = -1,
            },
            query with
            {
                Limit = 1001,
            },
            query with
            {
                After = "",
            },
            query with
            {
                After = "not a page",
            },
            query with
            {
                After = page.Next + "x",
            },
            query with
            {
                After = page.Next,
                Order = RecordOrder.NumberDescending,
            },
        ];
        foreach (var one in malformed)
        {
            await Claim
                .ThrowsAsync<ArgumentException>(
                    $"A page of {one.Limit} after '{one.After}' by {one.Order} is refused.",
                    () => store.QueryAsync(one, token)
                )
                .ConfigureAwait(false);
        }

        foreach (var limit in new[] { 0, -1, 1001 })
        {
            await Claim
                .ThrowsAsync<ArgumentException>(
                    $"A page of {limit} entries is refused.",
                    () => store.ReadAsync((reader, end) => reader.ReadSubjectAsync("m", null, limit, end), token)
                )
                .ConfigureAwait(false);
        }

        foreach (var (from, count) in new[] { (-1L, 5L), (0L, -1L) })
        {
            await Claim
                .ThrowsAsync<ArgumentException>(
                    $"Entries from {from}, {count} of them, are refused.",
                    () => store.ReadAsync((reader, end) => reader.EntriesAsync(from, count, end), token)
                )
                .ConfigureAwait(false);
        }
    }

    private static byte[] Pattern(int length, int seed)
    {
        var bytes = new byte[length];
        var state = (uint)seed;
        for (var i = 0; i < length; i++)
        {
            state = (state * 1664525) + 1013904223;
            bytes[i] = (byte)(state >> 24);
        }

        return bytes;
    }
}
