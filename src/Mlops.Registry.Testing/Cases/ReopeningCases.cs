using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>The same place, opened again or by two stores.</summary>
internal static class ReopeningCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("reopening.durable", "What was acknowledged is there when the place is opened again.", DurableAsync, true),
        new("reopening.growth", "A log goes on where it ended when the place is opened again.", GrowthAsync, true),
        new("reopening.seen", "Two stores on one place see each other's commits.", SeenAsync, true),
        new("reopening.together", "Commits of two stores on one place happen one after another.", TogetherAsync, true),
        new("reopening.start", "Several stores may make one place ready at the same time.", StartAsync, true),
    ];

    private static async Task DurableAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, 40, token).ConfigureAwait(false);
        await store.AppendAsync("about m", token, "m").ConfigureAwait(false);
        await store.PutAsync(StoreCalls.Key("a"), 0, "1", token).ConfigureAwait(false);
        await store.PutAsync(StoreCalls.Key("a"), 1, "2", token).ConfigureAwait(false);
        var head = await store.HeadAsync(token).ConfigureAwait(false);
        await stores.CloseAsync(store).ConfigureAwait(false);

        var again = await stores.OpenAsync(token).ConfigureAwait(false);
        Claim.Equal("The head is as it was.", head, await again.HeadAsync(token).ConfigureAwait(false));
        await again.ClaimLogIsWholeAsync(4, token).ConfigureAwait(false);
        var read = Claim.NotNull(
            "A record is there.",
            await again.GetAsync(StoreCalls.Key("a"), token).ConfigureAwait(false)
        );
        Claim.Equal("A record has its payload.", "2", read.Text());
        Claim.Equal("A record has its revision.", 2, read.Revision);
        var query = new RecordQuery(RecordKind.Version) { Author = "ada", Order = RecordOrder.UpdatedDescending };
        var page = await again.QueryAsync(query, token).ConfigureAwait(false);
        Claim.Sequence(
            "Records are found as before.",
            Sample.Select(samples, query),
            page.Records.Select(record => record.Key.Id)
        );
        var about = await again
            .ReadAsync((reader, end) => reader.ReadSubjectAsync("m", null, 5, end), token)
            .ConfigureAwait(false);
        Claim.Sequence("Entries are found as before.", ["about m"], about.Select(entry => entry.Text()));
    }

    private static async Task GrowthAsync(CaseStores stores, CancellationToken token)
    {
        for (var i = 0; i < 12; i++)
        {
            var store = await stores.OpenAsync(token).ConfigureAwait(false);
            var at = await store.AppendAsync($"entry {i}", token).ConfigureAwait(false);
            Claim.Equal("The next entry has the next index.", i, at);
            await store.ClaimLogIsWholeAsync(i + 1, token).ConfigureAwait(false);
            await stores.CloseAsync(store).ConfigureAwait(false);
        }
    }

    private static async Task SeenAsync(CaseStores stores, CancellationToken token)
    {
        var one = await stores.OpenAsync(token).ConfigureAwait(false);
        var two = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("a");
        for (var i = 0; i < 10; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (one, two) : (two, one);
            await writer.PutAsync(key, i, $"{i}", token).ConfigureAwait(false);
            var read = await reader.GetAsync(key, token).ConfigureAwait(false);
            Claim.Equal("A store sees what the other committed.", i + 1, read?.Revision ?? 0);
            var seen = await reader.CommitAsync((work, end) => work.GetAsync(key, end), token).ConfigureAwait(false);
            Claim.Equal("A unit sees what the other store committed.", i + 1, seen?.Revision ?? 0);
            await reader.ClaimLogIsWholeAsync(i + 1, token).ConfigureAwait(false);
        }

        var conflict = await Claim
            .ThrowsAsync<RevisionConflictException>(
                "A store that has not looked is told.",
                () => one.PutAsync(key, 9, "late", token)
            )
            .ConfigureAwait(false);
        Claim.Equal("It is told what is there.", 10, conflict.Actual);
    }

    private static async Task TogetherAsync(CaseStores stores, CancellationToken token)
    {
        const int Rounds = 10;
        const int Callers = 16;
        var one = await stores.OpenAsync(token).ConfigureAwait(false);
        var two = await stores.OpenAsync(token).ConfigureAwait(false);
        var shared = StoreCalls.Key("shared");
        await ConcurrencyCases
            .TogetherAsync(
                Callers,
                async caller =>
                {
                    for (var i = 0; i < Rounds; i++)
                    {
                        await ConcurrencyCases
                            .IncrementAsync(caller % 2 == 0 ? one : two, shared, token)
                            .ConfigureAwait(false);
                    }
                }
            )
            .ConfigureAwait(false);
        foreach (var store in new[] { one, two })
        {
            var record = Claim.NotNull("It is there.", await store.GetAsync(shared, token).ConfigureAwait(false));
            Claim.Equal("No update is lost.", Rounds * Callers, record.Revision);
            var entries = await store.ClaimLogIsWholeAsync(Rounds * Callers, token).ConfigureAwait(false);
            Claim.Sequence(
                "The entries stand in the order of the commits.",
                Enumerable.Range(1, Rounds * Callers).Select(i => $"shared={i}"),
                entries.Select(entry => entry.Text())
            );
        }
    }

    private static async Task StartAsync(CaseStores stores, CancellationToken token)
    {
        var opened = new List<IRegistryStore>();
        for (var i = 0; i < 6; i++)
        {
            opened.Add(await stores.OpenAsync(token).ConfigureAwait(false));
        }

        await ConcurrencyCases
            .TogetherAsync(
                opened.Count,
                async i =>
                {
                    if (i % 2 == 0)
                    {
                        await opened[i].InitializeAsync(token).ConfigureAwait(false);
                    }

                    await opened[i].AppendAsync($"{i}", token).ConfigureAwait(false);
                }
            )
            .ConfigureAwait(false);
        await opened[0].ClaimLogIsWholeAsync(opened.Count, token).ConfigureAwait(false);
    }
}
