using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Callers that give up.</summary>
internal static class CancellationCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("cancellation.before", "Who has given up before the call changes and reads nothing.", BeforeAsync),
        new(
            "cancellation.within",
            "Nothing remains of a unit that is given up while it decides, and the store goes on.",
            WithinAsync
        ),
        new("cancellation.many", "Units that are given up at any moment are wholly there or not at all.", ManyAsync),
    ];

    private static async Task BeforeAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await store.InitializeAsync(token).ConfigureAwait(false);
        var over = new CancellationToken(canceled: true);
        await Claim
            .ThrowsAsync<OperationCanceledException>(
                "A commit is not begun.",
                () => store.PutAsync(StoreCalls.Key("a"), 0, "x", over)
            )
            .ConfigureAwait(false);
        await Claim
            .ThrowsAsync<OperationCanceledException>(
                "A read is not begun.",
                () => store.GetAsync(StoreCalls.Key("a"), over)
            )
            .ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(0, token).ConfigureAwait(false);
    }

    private static async Task WithinAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Claim
            .ThrowsAsync<OperationCanceledException>(
                "A unit that is given up ends.",
                () =>
                    store.CommitAsync<int>(
                        async (work, end) =>
                        {
                            await work.AppendAsync(new byte[1], null, end).ConfigureAwait(false);
                            await work.PutAsync(StoreCalls.Key("a"), 0, new byte[1], RecordIndex.None, end)
                                .ConfigureAwait(false);
                            await source.CancelAsync().ConfigureAwait(false);
                            end.ThrowIfCancellationRequested();
                            throw new OperationCanceledException(source.Token);
                        },
                        source.Token
                    )
            )
            .ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(0, token).ConfigureAwait(false);
        await store.PutAsync(StoreCalls.Key("a"), 0, "x", token).ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(1, token).ConfigureAwait(false);
    }

    private static async Task ManyAsync(CaseStores stores, CancellationToken token)
    {
        const int Units = 96;
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var ended = new bool[Units];
        await ConcurrencyCases
            .TogetherAsync(
                Units,
                async unit =>
                {
                    using var source = CancellationTokenSource.CreateLinkedTokenSource(token);
                    var commit = store.PutAsync(StoreCalls.Key($"{unit:D3}"), 0, $"{unit:D3}", source.Token);
                    if (unit % 2 == 0)
                    {
                        await Task.Delay(unit % 7, token).ConfigureAwait(false);
                        await source.CancelAsync().ConfigureAwait(false);
                    }

                    try
                    {
                        await commit.ConfigureAwait(false);
                        ended[unit] = true;
                    }
                    catch (OperationCanceledException) when (unit % 2 == 0) { }
                }
            )
            .ConfigureAwait(false);
        var page = await store
            .QueryAsync(new RecordQuery(RecordKind.Setting) { Limit = 1000 }, token)
            .ConfigureAwait(false);
        Claim.Sequence(
            "A unit is there when its commit ended well, and only then.",
            Enumerable.Range(0, Units).Where(unit => ended[unit]).Select(unit => $"{unit:D3}"),
            page.Records.Select(record => record.Key.Id)
        );
        var entries = await store.ClaimLogIsWholeAsync(page.Records.Count, token).ConfigureAwait(false);
        Claim.Sequence(
            "Each has its entry once.",
            page.Records.Select(record => record.Text()),
            entries.Select(entry => entry.Text()).Order(StringComparer.Ordinal)
        );
    }
}
