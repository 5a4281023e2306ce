using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>What one commit is: everything or nothing, and it sees itself.</summary>
internal static class CommitCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("commit.own-writes", "A unit sees its own writes.", OwnWritesAsync),
        new(
            "commit.atomic",
            "Nothing remains of a unit that throws, and its exception reaches the caller unchanged.",
            AtomicAsync
        ),
        new("commit.entry-needed", "Who changes records appends an entry, or nothing is changed.", EntryNeededAsync),
        new("commit.result", "A commit gives what the decision gave.", ResultAsync),
        new("commit.ended", "A unit can't be used after it has ended.", EndedAsync),
    ];

    private static async Task OwnWritesAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await store.PutAsync(StoreCalls.Key("old"), 0, "old", token).ConfigureAwait(false);
        await store
            .CommitAsync(
                async (work, end) =>
                {
                    await ClaimOwnRecordsAsync(work, end).ConfigureAwait(false);
                    await ClaimOwnEntriesAsync(work, end).ConfigureAwait(false);
                    return 0;
                },
                token
            )
            .ConfigureAwait(false);
        Claim.Equal(
            "What a unit deleted last is gone.",
            null,
            await store.GetAsync(StoreCalls.Key("b"), token).ConfigureAwait(false)
        );
        var read = await store.GetAsync(StoreCalls.Key("a"), token).ConfigureAwait(false);
        Claim.Equal("What a unit wrote last stays.", "a2", Claim.NotNull("It is there.", read).Text());
    }

    private static async Task ClaimOwnRecordsAsync(IRegistryTransaction work, CancellationToken token)
    {
        var (a, b) = (StoreCalls.Key("a"), StoreCalls.Key("b"));
        var index = new RecordIndex { Model = "m" };
        await work.PutAsync(a, 0, StoreCalls.Bytes("a1"), index, token).ConfigureAwait(false);
        await work.PutAsync(b, 0, StoreCalls.Bytes("b1"), index, token).ConfigureAwait(false);
        var read = await work.GetAsync(a, token).ConfigureAwait(false);
        Claim.Equal("A unit reads what it wrote.", "a1", Claim.NotNull("It is there.", read).Text());
        var second = await work.PutAsync(a, 1, StoreCalls.Bytes("a2"), index, token).ConfigureAwait(false);
        Claim.Equal("A unit changes what it wrote.", 2, second);
        var found = await work.QueryAsync(new RecordQuery(RecordKind.Setting) { Model = "m" }, token)
            .ConfigureAwait(false);
        Claim.Sequence("A unit finds what it wrote.", ["a2", "b1"], found.Records.Select(record => record.Text()));
        await work.DeleteAsync(b, 1, token).ConfigureAwait(false);
        Claim.Equal("A unit sees what it deleted.", null, await work.GetAsync(b, token).ConfigureAwait(false));
        found = await work.QueryAsync(new RecordQuery(RecordKind.Setting), token).ConfigureAwait(false);
        Claim.Sequence("A unit finds what it left.", ["a2", "old"], found.Records.Select(record => record.Text()));
        await work.PutAsync(b, 0, StoreCalls.Bytes("b2"), index, token).ConfigureAwait(false);
        await work.DeleteAsync(b, 1, token).ConfigureAwait(false);
        await Claim
            .ThrowsAsync<RevisionConflictException>(
                "A unit's own deletion counts.",
                () => work.DeleteAsync(b, 1, token).AsTask()
            )
            .ConfigureAwait(false);
    }

    private static async Task ClaimOwnEntriesAsync(IRegistryTransaction work, CancellationToken token)
    {
        for (var i = 1; i <= 3; i++)
        {
            var at = await work.AppendAsync(StoreCalls.Bytes($"e{i}"), "m", token).ConfigureAwait(false);
            Claim.Equal("An entry's index is the size of the log before.", i, at);
            var head = await work.GetHeadAsync(token).ConfigureAwait(false);
            Claim.Equal("A unit sees the head that it made.", i + 1, head.Size);
        }

        var entries = await work.EntriesAsync(0, 10, token).ConfigureAwait(false);
        Claim.Sequence("A unit reads its entries.", ["old", "e1", "e2", "e3"], entries.Select(entry => entry.Text()));
        var own = await work.ReadSubjectAsync("m", null, 10, token).ConfigureAwait(false);
        Claim.Sequence("A unit finds its entries.", ["e3", "e2", "e1"], own.Select(entry => entry.Text()));
    }

    private static async Task AtomicAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await store.PutAsync(StoreCalls.Key("kept"), 0, "1", token).ConfigureAwait(false);
        for (var reads = 0; reads < 2; reads++)
        {
            var thrown = new TimeZoneNotFoundException("the case's own");
            var caught = await Claim
                .ThrowsAsync<TimeZoneNotFoundException>(
                    "The exception of a decision reaches the caller.",
                    () => FailAsync(store, reads > 0, thrown, token)
                )
                .ConfigureAwait(false);
            Claim.Equal("The exception of a decision is the same object.", true, ReferenceEquals(thrown, caught));
            await ClaimUntouchedAsync(store, token).ConfigureAwait(false);
        }
    }

    private static Task<int> FailAsync(IRegistryStore store, bool reads, Exception thrown, CancellationToken token) =>
        store.CommitAsync<int>(
            async (work, end) =>
            {
                var index = new RecordIndex
                {
                    Model = "m",
                    Tags = new Dictionary<string, string> { ["k"] = "v" },
                };
                await work.PutAsync(StoreCalls.Key("new"), 0, StoreCalls.Bytes("x"), index, end).ConfigureAwait(false);
                await work.PutAsync(StoreCalls.Key("kept"), 1, StoreCalls.Bytes("x"), index, end).ConfigureAwait(false);
                await work.AppendAsync(StoreCalls.Bytes("x"), "m", end).ConfigureAwait(false);
                if (reads)
                {
                    // A store that holds writes back must write them for this, and still take them back.
                    await work.QueryAsync(new RecordQuery(RecordKind.Setting), end).ConfigureAwait(false);
                    await work.EntriesAsync(0, 5, end).ConfigureAwait(false);
                }

                throw thrown;
            },
            token
        );

    private static async Task ClaimUntouchedAsync(IRegistryStore store, CancellationToken token)
    {
        var all = await store.QueryAsync(new RecordQuery(RecordKind.Setting), token).ConfigureAwait(false);
        Claim.Sequence("Nothing remains of a failed unit.", ["1"], all.Records.Select(record => record.Text()));
        Claim.Sequence("Nothing remains of a failed unit.", [1L], all.Records.Select(record => record.Revision));
        var tagged = new RecordQuery(RecordKind.Setting) { Tags = new Dictionary<string, string> { ["k"] = "v" } };
        var found = await store.QueryAsync(tagged, token).ConfigureAwait(false);
        Claim.Equal("No tag remains of a failed unit.", 0, found.Records.Count);
        await store.ClaimLogIsWholeAsync(1, token).ConfigureAwait(false);
        var about = await store
            .ReadAsync((reader, end) => reader.ReadSubjectAsync("m", null, 5, end), token)
            .ConfigureAwait(false);
        Claim.Equal("No subject remains of a failed unit.", 0, about.Count);
    }

    private static async Task EntryNeededAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        await Claim
            .ThrowsAsync<InvalidOperationException>(
                "A put without an entry is refused.",
                () => store.CommitAsync((work, end) => work.PutAsync(key, 0, new byte[1], RecordIndex.None, end), token)
            )
            .ConfigureAwait(false);
        Claim.Equal("Nothing remains of it.", null, await store.GetAsync(key, token).ConfigureAwait(false));
        await store.PutAsync(key, 0, "1", token).ConfigureAwait(false);
        await Claim
            .ThrowsAsync<InvalidOperationException>(
                "A deletion without an entry is refused.",
                () =>
                    store.CommitAsync(
                        async (work, end) =>
                        {
                            await work.DeleteAsync(key, 1, end).ConfigureAwait(false);
                            return 0;
                        },
                        token
                    )
            )
            .ConfigureAwait(false);
        Claim.NotNull("Nothing remains of it.", await store.GetAsync(key, token).ConfigureAwait(false));
        await store.AppendAsync("an entry alone", token).ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(2, token).ConfigureAwait(false);
    }

    private static async Task ResultAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var given = await store
            .CommitAsync((_, _) => new ValueTask<string>("nothing done"), token)
            .ConfigureAwait(false);
        Claim.Equal("A unit that does nothing succeeds.", "nothing done", given);
        var read = await store.ReadAsync((_, _) => new ValueTask<int>(7), token).ConfigureAwait(false);
        Claim.Equal("A read gives what it read.", 7, read);
        await store.ClaimLogIsWholeAsync(0, token).ConfigureAwait(false);
    }

    private static async Task EndedAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var work = await store
            .CommitAsync(
                async (unit, end) =>
                {
                    await unit.AppendAsync(new byte[1], null, end).ConfigureAwait(false);
                    return unit;
                },
                token
            )
            .ConfigureAwait(false);
        await Claim
            .ThrowsAsync<InvalidOperationException>(
                "A unit that has ended appends nothing.",
                () => work.AppendAsync(new byte[1], null, token).AsTask()
            )
            .ConfigureAwait(false);
        await Claim
            .ThrowsAsync<InvalidOperationException>(
                "A unit that has ended writes nothing.",
                () => work.PutAsync(StoreCalls.Key("late"), 0, new byte[1], RecordIndex.None, token).AsTask()
            )
            .ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(1, token).ConfigureAwait(false);
    }
}
