using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Entries of the log, by index and by subject.</summary>
internal static class LogCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("log.entries", "Entries are read in order, as many as asked for, from where asked for.", EntriesAsync),
        new("log.subject", "Entries about a subject are found, the latest first, page after page.", SubjectAsync),
        new("log.bytes", "An entry is kept byte for byte, whatever the bytes.", BytesAsync),
    ];

    private static async Task EntriesAsync(CaseStores stores, CancellationToken token)
    {
        const int Count = 700;
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await AppendManyAsync(store, Count, _ => null, token).ConfigureAwait(false);
        (long From, long Take)[] windows =
        [
            (0, Count),
            (0, 1),
            (0, 0),
            (5, 10),
            (255, 3),
            (Count - 1, 1),
            (Count - 1, 100),
            (Count, 10),
            (10_000, 10),
            (1, long.MaxValue),
            (long.MaxValue, long.MaxValue),
        ];
        foreach (var (from, take) in windows)
        {
            var read = await store
                .ReadAsync((reader, end) => reader.EntriesAsync(from, take, end), token)
                .ConfigureAwait(false);
            Claim.Sequence(
                $"Entries are read from {from}, {take} of them.",
                Enumerable.Range(0, Count).Where(i => i >= from && i - from < take).Select(i => $"entry {i}"),
                read.Select(entry => entry.Text())
            );
        }

        await store.ClaimLogIsWholeAsync(Count, token).ConfigureAwait(false);
    }

    private static async Task SubjectAsync(CaseStores stores, CancellationToken token)
    {
        const int Count = 60;
        string?[] subjects = ["a", "A", null, "b", "a "];
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await AppendManyAsync(store, Count, i => subjects[i % 5], token).ConfigureAwait(false);
        foreach (var (subject, at) in subjects.Select((subject, at) => (subject, at)))
        {
            if (subject is null)
            {
                continue;
            }

            var expected = Enumerable.Range(0, Count).Where(i => i % 5 == at).Reverse().Select(i => (long)i).ToList();
            foreach (var limit in new[] { 1, 5, 12, 1000 })
            {
                var found = await SubjectPagesAsync(store, subject, limit, token).ConfigureAwait(false);
                Claim.Sequence($"The entries about '{subject}' are found, {limit} a page.", expected, found);
            }
        }

        var none = await store
            .ReadAsync((reader, end) => reader.ReadSubjectAsync("c", null, 5, end), token)
            .ConfigureAwait(false);
        Claim.Equal("Nothing is found about what nothing is about.", 0, none.Count);
    }

    private static async Task<List<long>> SubjectPagesAsync(
        IRegistryStore store,
        string subject,
        int limit,
        CancellationToken token
    )
    {
        var found = new List<long>();
        long? before = null;
        while (true)
        {
            var from = before;
            var page = await store
                .ReadAsync((reader, end) => reader.ReadSubjectAsync(subject, from, limit, end), token)
                .ConfigureAwait(false);
            if (page.Count == 0)
            {
                return found;
            }

            foreach (var entry in page)
            {
                Claim.Equal("What is found has its bytes.", $"entry {entry.Index}", entry.Text());
            }

            Claim.Equal("A page has at most as many as asked for.", true, page.Count <= limit);
            found.AddRange(page.Select(entry => entry.Index));
            before = found[^1];
        }
    }

    private static async Task BytesAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        byte[][] all =
        [
            [],
            [0],
            [255, 254, 0, 128],
            [.. Enumerable.Range(0, 256).Select(i => (byte)i)],
        ];
        foreach (var bytes in all)
        {
            await store.CommitAsync((work, end) => work.AppendAsync(bytes, "s", end), token).ConfigureAwait(false);
        }

        var entries = await store.ClaimLogIsWholeAsync(all.Length, token).ConfigureAwait(false);
        for (var i = 0; i < all.Length; i++)
        {
            Claim.Bytes($"Entry {i} is kept byte for byte.", all[i], entries[i].Bytes);
        }
    }

    private static async Task AppendManyAsync(
        IRegistryStore store,
        int count,
        Func<int, string?> subject,
        CancellationToken token
    )
    {
        await store
            .CommitAsync(
                async (work, end) =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        await work.AppendAsync(StoreCalls.Bytes($"entry {i}"), subject(i), end).ConfigureAwait(false);
                    }

                    return 0;
                },
                token
            )
            .ConfigureAwait(false);
    }
}
