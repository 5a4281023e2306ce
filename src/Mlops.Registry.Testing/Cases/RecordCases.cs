using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Records, their revisions, and what a conflict says.</summary>
internal static class RecordCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("records.round-trip", "A record is read as it was written.", RoundTripAsync),
        new(
            "records.revisions",
            "A revision is 1 when the record is made, and one more at every change.",
            RevisionsAsync
        ),
        new(
            "records.conflict",
            "Only who names the present revision changes a record; anybody else is told.",
            ConflictAsync
        ),
        new(
            "records.blind",
            "Who makes a record that is there is told, and nothing of the unit remains, whatever it did afterwards.",
            BlindAsync
        ),
        new("records.delete", "A deleted record is gone, and can be made again.", DeleteAsync),
        new("records.kinds", "Records of different kinds may have the same id.", KindsAsync),
        new("records.index", "A change of a record replaces all that it is found by.", IndexAsync),
        new("records.own-bytes", "The store keeps its own copy of what it was given.", OwnBytesAsync),
    ];

    private static async Task RoundTripAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        Claim.Equal(
            "A record that was not written is not there.",
            null,
            await store.GetAsync(key, token).ConfigureAwait(false)
        );
        await store.PutAsync(key, 0, """{"x":1}""", token).ConfigureAwait(false);
        await store.PutAsync(StoreCalls.Key("empty"), 0, "", token).ConfigureAwait(false);
        var read = Claim.NotNull("A record is there.", await store.GetAsync(key, token).ConfigureAwait(false));
        Claim.Equal("A record has its key.", key, read.Key);
        Claim.Equal("A record has its payload.", """{"x":1}""", read.Text());
        var empty = await store.GetAsync(StoreCalls.Key("empty"), token).ConfigureAwait(false);
        Claim.Equal("A payload may be empty.", 0, Claim.NotNull("A record is there.", empty).Payload.Length);
    }

    private static async Task RevisionsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        for (var i = 0; i < 5; i++)
        {
            var given = await store.PutAsync(key, i, $"{i}", token).ConfigureAwait(false);
            Claim.Equal("A put gives the expected revision and one.", i + 1, given);
            var read = Claim.NotNull("A record is there.", await store.GetAsync(key, token).ConfigureAwait(false));
            Claim.Equal("A record has the revision that the put gave.", i + 1, read.Revision);
            Claim.Equal("A record has its last payload.", $"{i}", read.Text());
        }
    }

    private static async Task ConflictAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        await ClaimConflictAsync(() => store.PutAsync(key, 3, "x", token), key, 3, 0).ConfigureAwait(false);
        await ClaimConflictAsync(() => store.DeleteAsync(key, 1, token), key, 1, 0).ConfigureAwait(false);
        await store.PutAsync(key, 0, "1", token).ConfigureAwait(false);
        await ClaimConflictAsync(() => store.PutAsync(key, 0, "x", token), key, 0, 1).ConfigureAwait(false);
        await store.PutAsync(key, 1, "2", token).ConfigureAwait(false);
        await ClaimConflictAsync(() => store.PutAsync(key, 1, "x", token), key, 1, 2).ConfigureAwait(false);
        await ClaimConflictAsync(() => store.PutAsync(key, 3, "x", token), key, 3, 2).ConfigureAwait(false);
        await ClaimConflictAsync(() => store.DeleteAsync(key, 1, token), key, 1, 2).ConfigureAwait(false);
        var read = Claim.NotNull("The record is there.", await store.GetAsync(key, token).ConfigureAwait(false));
        Claim.Equal("Nothing remains of a put that failed.", "2", read.Text());
        Claim.Equal("Nothing remains of a put that failed.", 2, read.Revision);
        await store.ClaimLogIsWholeAsync(2, token).ConfigureAwait(false);
        await ClaimCaughtConflictAsync(store, key, token).ConfigureAwait(false);
    }

    private static async Task ClaimCaughtConflictAsync(IRegistryStore store, RecordKey key, CancellationToken token)
    {
        // Who catches the conflict inside may still log the refusal.
        await store
            .CommitAsync(
                async (work, end) =>
                {
                    await ClaimConflictAsync(
                            () => work.PutAsync(key, 9, new byte[1], RecordIndex.None, end).AsTask(),
                            key,
                            9,
                            2
                        )
                        .ConfigureAwait(false);
                    return await work.AppendAsync(StoreCalls.Bytes("refused"), null, end).ConfigureAwait(false);
                },
                token
            )
            .ConfigureAwait(false);
        var entries = await store.ClaimLogIsWholeAsync(3, token).ConfigureAwait(false);
        Claim.Equal("After a conflict the unit goes on.", "refused", entries[2].Text());
    }

    private static async Task BlindAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        var index = new RecordIndex
        {
            Model = "m",
            Tags = new Dictionary<string, string> { ["k"] = "v" },
        };
        await CommitAsync((_, _) => default).ConfigureAwait(false);
        Func<IRegistryTransaction, CancellationToken, ValueTask>[] afterwards =
        [
            (_, _) => default,
            async (work, end) => await work.GetAsync(key, end).ConfigureAwait(false),
            async (work, end) => await work.PutAsync(key, 1, StoreCalls.Bytes("y"), index, end).ConfigureAwait(false),
            (work, end) => work.DeleteAsync(key, 1, end),
            async (work, end) =>
                await work.QueryAsync(new RecordQuery(RecordKind.Setting) { Model = "m" }, end).ConfigureAwait(false),
        ];
        foreach (var next in afterwards)
        {
            await ClaimConflictAsync(() => CommitAsync(next), key, 0, 1).ConfigureAwait(false);
            var read = Claim.NotNull("It is there.", await store.GetAsync(key, token).ConfigureAwait(false));
            Claim.Equal("It is what it was.", "x", read.Text());
            Claim.Equal("Nothing else was written.", 1, (await store.HeadAsync(token).ConfigureAwait(false)).Size);
        }

        async Task CommitAsync(Func<IRegistryTransaction, CancellationToken, ValueTask> next) =>
            await store
                .CommitAsync(
                    async (work, end) =>
                    {
                        await work.PutAsync(key, 0, StoreCalls.Bytes("x"), index, end).ConfigureAwait(false);
                        await work.AppendAsync(StoreCalls.Bytes("e"), "m", end).ConfigureAwait(false);
                        await next(work, end).ConfigureAwait(false);
                        return 0;
                    },
                    token
                )
                .ConfigureAwait(false);
    }

    private static async Task ClaimConflictAsync(Func<Task> action, RecordKey key, long expected, long actual)
    {
        var conflict = await Claim
            .ThrowsAsync<RevisionConflictException>("Another revision is refused.", action)
            .ConfigureAwait(false);
        Claim.Equal("A conflict names the record.", key, conflict.Key);
        Claim.Equal("A conflict names the expected revision.", expected, conflict.Expected);
        Claim.Equal("A conflict names the revision that is there.", actual, conflict.Actual);
    }

    private static async Task DeleteAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        var index = new RecordIndex
        {
            Model = "m",
            Tags = new Dictionary<string, string> { ["k"] = "v" },
        };
        await store.PutAsync(key, 0, "1", token, index).ConfigureAwait(false);
        await store.DeleteAsync(key, 1, token).ConfigureAwait(false);
        Claim.Equal("A deleted record is gone.", null, await store.GetAsync(key, token).ConfigureAwait(false));
        RecordQuery[] queries =
        [
            new(RecordKind.Setting),
            new(RecordKind.Setting) { Model = "m" },
            new(RecordKind.Setting) { Tags = index.Tags },
        ];
        foreach (var query in queries)
        {
            var page = await store.QueryAsync(query, token).ConfigureAwait(false);
            Claim.Equal("A deleted record is not found.", 0, page.Records.Count);
        }

        Claim.Equal(
            "A record that is made again begins at revision 1.",
            1,
            await store.PutAsync(key, 0, "again", token).ConfigureAwait(false)
        );
        var tagged = await store.QueryAsync(queries[2], token).ConfigureAwait(false);
        Claim.Equal("A record that is made again has nothing of the old one.", 0, tagged.Records.Count);
    }

    private static async Task KindsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var kinds = Enum.GetValues<RecordKind>();
        foreach (var kind in kinds)
        {
            await store.PutAsync(StoreCalls.Key("same", kind), 0, $"{kind}", token).ConfigureAwait(false);
        }

        foreach (var kind in kinds)
        {
            var read = await store.GetAsync(StoreCalls.Key("same", kind), token).ConfigureAwait(false);
            Claim.Equal("A kind has its own record.", $"{kind}", Claim.NotNull("It is there.", read).Text());
            var page = await store.QueryAsync(new RecordQuery(kind), token).ConfigureAwait(false);
            Claim.Sequence("A query finds its kind alone.", [$"{kind}"], page.Records.Select(record => record.Text()));
        }
    }

    private static async Task IndexAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        var before = new RecordIndex
        {
            Model = "old",
            Stage = 1,
            Tags = new Dictionary<string, string> { ["k"] = "old", ["gone"] = "1" },
        };
        var after = new RecordIndex
        {
            Tier = 2,
            Tags = new Dictionary<string, string> { ["k"] = "new" },
        };
        await store.PutAsync(key, 0, "1", token, before).ConfigureAwait(false);
        await store.PutAsync(key, 1, "2", token, after).ConfigureAwait(false);
        var all = new RecordQuery(RecordKind.Setting);
        (RecordQuery Query, int Count)[] queries =
        [
            (all with { Model = "old" }, 0),
            (all with { Stages = [1] }, 0),
            (all with { Tags = new Dictionary<string, string> { ["k"] = "old" } }, 0),
            (all with { Tags = new Dictionary<string, string> { ["gone"] = "1" } }, 0),
            (all with { Tiers = [2] }, 1),
            (all with { Tags = after.Tags }, 1),
        ];
        foreach (var (query, count) in queries)
        {
            var page = await store.QueryAsync(query, token).ConfigureAwait(false);
            Claim.Equal("A record is found by its last index alone.", count, page.Records.Count);
        }
    }

    private static async Task OwnBytesAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        var payload = StoreCalls.Bytes("payload");
        var entry = StoreCalls.Bytes("entry");
        await store
            .CommitAsync(
                async (work, end) =>
                {
                    payload.AsSpan().Clear();
                    StoreCalls.Bytes("payload").CopyTo(payload, 0);
                    StoreCalls.Bytes("entry").CopyTo(entry, 0);
                    await work.PutAsync(key, 0, payload, RecordIndex.None, end).ConfigureAwait(false);
                    await work.AppendAsync(entry, null, end).ConfigureAwait(false);
                    payload.AsSpan().Clear();
                    entry.AsSpan().Clear();
                    return 0;
                },
                token
            )
            .ConfigureAwait(false);
        var read = Claim.NotNull("It is there.", await store.GetAsync(key, token).ConfigureAwait(false));
        Claim.Equal("A payload stays as it was given.", "payload", read.Text());
        var entries = await store.ClaimLogIsWholeAsync(1, token).ConfigureAwait(false);
        Claim.Equal("An entry stays as it was given.", "entry", entries[0].Text());
    }
}
