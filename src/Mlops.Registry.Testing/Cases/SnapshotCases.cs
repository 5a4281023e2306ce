using System.Globalization;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Testing.Cases;

/// <summary>A read sees one state.</summary>
internal static class SnapshotCases
{
    private static readonly RecordKey Left = new(RecordKind.Setting, "left");
    private static readonly RecordKey Right = new(RecordKind.Setting, "right");

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new(
            "snapshot.fixed",
            "A read sees one state, however long it lasts and whatever is committed meanwhile.",
            FixedAsync
        ),
        new(
            "snapshot.consistent",
            "Records, head, entries and nodes of a read belong together while others write.",
            ConsistentAsync
        ),
        new("snapshot.latest", "A read that begins after a commit was acknowledged sees it.", LatestAsync),
    ];

    private static async Task FixedAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await StepAsync(store, token).ConfigureAwait(false);
        await store
            .ReadAsync(
                async (reader, end) =>
                {
                    var first = await LookAsync(reader, end).ConfigureAwait(false);
                    Claim.Equal("A read sees what was committed.", 1, first.Left);
                    for (var i = 0; i < 3; i++)
                    {
                        await StepAsync(store, token).ConfigureAwait(false);
                        var again = await LookAsync(reader, end).ConfigureAwait(false);
                        Claim.Equal("A read goes on seeing the state it began with.", first, again);
                    }

                    return 0;
                },
                token
            )
            .ConfigureAwait(false);
        var later = await store.ReadAsync(LookAsync, token).ConfigureAwait(false);
        Claim.Equal("The next read sees the rest.", 4, later.Left);
    }

    private static async Task ConsistentAsync(CaseStores stores, CancellationToken token)
    {
        const int Steps = 150;
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await StepAsync(store, token).ConfigureAwait(false);
        var writers = ConcurrencyCases.TogetherAsync(
            3,
            async _ =>
            {
                for (var i = 0; i < Steps / 3; i++)
                {
                    await StepAsync(store, token).ConfigureAwait(false);
                }
            }
        );
        var last = 0L;
        do
        {
            var look = await store.ReadAsync(LookAsync, token).ConfigureAwait(false);
            Claim.Equal("Records that change together are seen together.", look.Left, look.Right);
            Claim.Equal("The head belongs to the records.", look.Left, look.Size);
            Claim.Equal("The entries belong to the head.", look.Size, look.Entries);
            Claim.Equal("The root is that of the entries.", look.RootOfEntries, look.Root);
            Claim.Equal("The nodes belong to the head.", look.Root, look.RootOfNodes);
            Claim.Equal("States don't go back.", true, look.Size >= last);
            last = look.Size;
        } while (!writers.IsCompleted);

        await writers.ConfigureAwait(false);
        await store.ClaimLogIsWholeAsync(Steps + 1, token).ConfigureAwait(false);
    }

    private static async Task LatestAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        for (var i = 1; i <= 40; i++)
        {
            await StepAsync(store, token).ConfigureAwait(false);
            var looks = await Task.WhenAll(
                    Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.ReadAsync(LookAsync, token), token))
                )
                .ConfigureAwait(false);
            Claim.Equal("What was acknowledged is seen.", true, looks.All(look => look.Left == i && look.Size == i));
        }
    }

    private static Task<long> StepAsync(IRegistryStore store, CancellationToken token) =>
        store.CommitAsync(
            async (work, end) =>
            {
                var now = await work.GetAsync(Left, end).ConfigureAwait(false);
                var revision = now?.Revision ?? 0;
                var payload = StoreCalls.Bytes((revision + 1).ToString(CultureInfo.InvariantCulture));
                await work.PutAsync(Left, revision, payload, RecordIndex.None, end).ConfigureAwait(false);
                await work.AppendAsync(payload, "m", end).ConfigureAwait(false);
                return await work.PutAsync(Right, revision, payload, RecordIndex.None, end).ConfigureAwait(false);
            },
            token
        );

    private static async ValueTask<Look> LookAsync(IRegistryReader reader, CancellationToken token)
    {
        var left = await reader.GetAsync(Left, token).ConfigureAwait(false);
        await Task.Yield();
        var page = await reader
            .QueryAsync(new RecordQuery(RecordKind.Setting) { IdPrefix = "right" }, token)
            .ConfigureAwait(false);
        var entries = await reader.EntriesAsync(0, 100_000, token).ConfigureAwait(false);
        await Task.Yield();
        var head = await reader.GetHeadAsync(token).ConfigureAwait(false);
        var nodes = await MerkleProofs.RootAsync(reader, head.Size, token).ConfigureAwait(false);
        var right = await reader.GetAsync(Right, token).ConfigureAwait(false);
        Claim.Equal(
            "A query belongs to its reader.",
            right?.Revision,
            page.Records.Count == 0 ? null : page.Records[0].Revision
        );
        var rootOfEntries = MerkleTree.Root([.. entries.Select(entry => MerkleTree.HashLeaf(entry.Bytes.Span))]);
        return new Look(
            left?.Revision ?? 0,
            right?.Revision ?? 0,
            head.Size,
            entries.Count,
            head.Root,
            rootOfEntries,
            nodes
        );
    }

    private sealed record Look(
        long Left,
        long Right,
        long Size,
        long Entries,
        MerkleHash Root,
        MerkleHash RootOfEntries,
        MerkleHash RootOfNodes
    );
}
