using System.Globalization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Many callers at once.</summary>
internal static class ConcurrencyCases
{
    private const int Callers = 16;

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new(
            "concurrency.counter",
            "Commits happen one after another: no update is lost and no index twice.",
            CounterAsync
        ),
        new("concurrency.conflict", "Of many who change one revision, one wins and the others are told.", RaceAsync),
        new(
            "concurrency.failures",
            "A unit that fails takes nothing with it, whoever committed beside it.",
            FailuresAsync
        ),
    ];

    public static async Task<long> IncrementAsync(IRegistryStore store, RecordKey key, CancellationToken token)
    {
        return await store
            .CommitAsync(
                async (work, end) =>
                {
                    var now = await work.GetAsync(key, end).ConfigureAwait(false);
                    var next = now is null ? 1 : long.Parse(now.Text(), CultureInfo.InvariantCulture) + 1;
                    var text = next.ToString(CultureInfo.InvariantCulture);
                    await work.PutAsync(key, now?.Revision ?? 0, StoreCalls.Bytes(text), RecordIndex.None, end)
                        .ConfigureAwait(false);
                    await work.AppendAsync(StoreCalls.Bytes($"{key.Id}={text}"), key.Id, end).ConfigureAwait(false);
                    return next;
                },
                token
            )
            .ConfigureAwait(false);
    }

    private static async Task CounterAsync(CaseStores stores, CancellationToken token)
    {
        const int Rounds = 25;
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var shared = StoreCalls.Key("shared");
        var given = new long[Callers * Rounds];
        await TogetherAsync(
                Callers,
                async caller =>
                {
                    for (var i = 0; i < Rounds; i++)
                    {
                        given[(caller * Rounds) + i] = await IncrementAsync(store, shared, token).ConfigureAwait(false);
                    }
                }
            )
            .ConfigureAwait(false);
        Claim.Sequence(
            "Every caller got a number of its own, without gaps.",
            Enumerable.Range(1, given.Length).Select(i => (long)i),
            given.Order()
        );
        var record = Claim.NotNull("It is there.", await store.GetAsync(shared, token).ConfigureAwait(false));
        Claim.Equal("A revision counts the changes.", given.Length, record.Revision);
        var entries = await store.ClaimLogIsWholeAsync(given.Length, token).ConfigureAwait(false);
        Claim.Sequence(
            "The entries stand in the order of the commits.",
            Enumerable.Range(1, given.Length).Select(i => $"shared={i}"),
            entries.Select(entry => entry.Text())
        );
    }

    private static async Task RaceAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var key = StoreCalls.Key("champion");
        for (var revision = 0; revision < 5; revision++)
        {
            var won = new int[Callers];
            await TogetherAsync(
                    Callers,
                    async caller =>
                    {
                        try
                        {
                            await store.PutAsync(key, revision, $"{caller}", token).ConfigureAwait(false);
                            won[caller] = 1;
                        }
                        catch (RevisionConflictException conflict)
                        {
                            Claim.Equal("The loser is told what is there.", revision + 1, conflict.Actual);
                        }
                    }
                )
                .ConfigureAwait(false);
            Claim.Equal("One of the callers wins.", 1, won.Sum());
            var read = Claim.NotNull("It is there.", await store.GetAsync(key, token).ConfigureAwait(false));
            Claim.Equal("The winner's record stays.", $"{Array.IndexOf(won, 1)}", read.Text());
        }

        await store.ClaimLogIsWholeAsync(5, token).ConfigureAwait(false);
    }

    private static async Task FailuresAsync(CaseStores stores, CancellationToken token)
    {
        const int Units = 120;
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await TogetherAsync(
                Units,
                unit =>
                    unit % 3 != 0
                        ? IncrementAsync(store, StoreCalls.Key($"unit {unit}"), token)
                        : Claim.ThrowsAsync<InvalidTimeZoneException>(
                            "The exception of a decision reaches its caller.",
                            () => FailAsync(store, unit, token)
                        )
            )
            .ConfigureAwait(false);
        var all = await store
            .QueryAsync(new RecordQuery(RecordKind.Setting) { Limit = 1000 }, token)
            .ConfigureAwait(false);
        var expected = Enumerable.Range(0, Units).Where(unit => unit % 3 != 0).Select(unit => $"unit {unit}").ToList();
        Claim.Sequence(
            "The records of the units that did not fail are there, and no others.",
            expected.Order(StringComparer.Ordinal),
            all.Records.Select(record => record.Key.Id)
        );
        Claim.Equal("Each was made once.", true, all.Records.All(record => record.Revision == 1));
        var entries = await store.ClaimLogIsWholeAsync(expected.Count, token).ConfigureAwait(false);
        Claim.Sequence(
            "Each has its entry once.",
            expected.Select(id => $"{id}=1").Order(StringComparer.Ordinal),
            entries.Select(entry => entry.Text()).Order(StringComparer.Ordinal)
        );
    }

    private static Task<int> FailAsync(IRegistryStore store, int unit, CancellationToken token) =>
        store.CommitAsync<int>(
            async (work, end) =>
            {
                await work.PutAsync(StoreCalls.Key($"unit {unit}"), 0, new byte[1], RecordIndex.None, end)
                    .ConfigureAwait(false);
                await work.AppendAsync(StoreCalls.Bytes($"failed {unit}"), null, end).ConfigureAwait(false);
                if (unit % 2 == 0)
                {
                    await work.QueryAsync(new RecordQuery(RecordKind.Setting), end).ConfigureAwait(false);
                }

                throw new InvalidTimeZoneException("the case's own");
            },
            token
        );

    public static Task TogetherAsync(int count, Func<int, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => work(i))));
}
