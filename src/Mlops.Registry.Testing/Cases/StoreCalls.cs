using System.Text;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Testing.Cases;

/// <summary>The usual calls of the cases.</summary>
internal static class StoreCalls
{
    public static RecordKey Key(string id, RecordKind kind = RecordKind.Setting) => new(kind, id);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(this StoredRecord record) => Encoding.UTF8.GetString(record.Payload.Span);

    public static string Text(this StoredEntry entry) => Encoding.UTF8.GetString(entry.Bytes.Span);

    /// <summary>Puts a record and appends an entry of the same text, in one commit.</summary>
    public static Task<long> PutAsync(
        this IRegistryStore store,
        RecordKey key,
        long expectedRevision,
        string payload,
        CancellationToken token,
        RecordIndex? index = null
    ) =>
        store.CommitAsync(
            async (work, end) =>
            {
                var revision = await work.PutAsync(
                        key,
                        expectedRevision,
                        Bytes(payload),
                        index ?? RecordIndex.None,
                        end
                    )
                    .ConfigureAwait(false);
                await work.AppendAsync(Bytes(payload), null, end).ConfigureAwait(false);
                return revision;
            },
            token
        );

    public static Task DeleteAsync(
        this IRegistryStore store,
        RecordKey key,
        long expectedRevision,
        CancellationToken token
    ) =>
        store.CommitAsync(
            async (work, end) =>
            {
                await work.DeleteAsync(key, expectedRevision, end).ConfigureAwait(false);
                return await work.AppendAsync(Bytes($"delete {key}"), null, end).ConfigureAwait(false);
            },
            token
        );

    public static Task<long> AppendAsync(
        this IRegistryStore store,
        string entry,
        CancellationToken token,
        string? subject = null
    ) => store.CommitAsync((work, end) => work.AppendAsync(Bytes(entry), subject, end), token);

    public static Task<StoredRecord?> GetAsync(this IRegistryStore store, RecordKey key, CancellationToken token) =>
        store.ReadAsync((reader, end) => reader.GetAsync(key, end), token);

    public static Task<LogHead> HeadAsync(this IRegistryStore store, CancellationToken token) =>
        store.ReadAsync((reader, end) => reader.GetHeadAsync(end), token);

    public static Task<RecordPage> QueryAsync(this IRegistryStore store, RecordQuery query, CancellationToken token) =>
        store.ReadAsync((reader, end) => reader.QueryAsync(query, end), token);

    public static Task<List<StoredEntry>> EntriesAsync(this IRegistryStore store, CancellationToken token) =>
        store.ReadAsync((reader, end) => reader.EntriesAsync(0, long.MaxValue, end), token);

    public static async ValueTask<List<StoredEntry>> EntriesAsync(
        this IRegistryReader reader,
        long from,
        long count,
        CancellationToken token
    )
    {
        var entries = new List<StoredEntry>();
        await foreach (var entry in reader.ReadEntriesAsync(from, count, token).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Reads page after page until there is none; gives up where the pages don't end.</summary>
    public static async ValueTask<List<StoredRecord>> AllPagesAsync(
        this IRegistryReader reader,
        RecordQuery query,
        CancellationToken token
    )
    {
        var records = new List<StoredRecord>();
        for (var pages = 0; ; pages++)
        {
            var page = await reader.QueryAsync(query, token).ConfigureAwait(false);
            if (page.Records.Count > query.Limit)
            {
                throw new ContractViolationException(
                    "A page has at most as many records as were asked for.",
                    $"{query.Limit}",
                    $"{page.Records.Count}"
                );
            }

            records.AddRange(page.Records);
            if (page.Next is null)
            {
                return records;
            }

            if (page.Records.Count == 0 || pages > 10_000)
            {
                throw new ContractViolationException(
                    "Pages end.",
                    "a page with records, or none after it",
                    $"{pages} pages and another one"
                );
            }

            query = query with { After = page.Next };
        }
    }

    /// <summary>Claims that the head, the entries, their leaf hashes and the nodes of the tree belong together.</summary>
    public static async Task<IReadOnlyList<StoredEntry>> ClaimLogIsWholeAsync(
        this IRegistryStore store,
        long size,
        CancellationToken token
    )
    {
        var (head, entries, root) = await store
            .ReadAsync(
                async (reader, end) =>
                {
                    var at = await reader.GetHeadAsync(end).ConfigureAwait(false);
                    var all = await reader.EntriesAsync(0, long.MaxValue, end).ConfigureAwait(false);
                    var nodes = await MerkleProofs.RootAsync(reader, at.Size, end).ConfigureAwait(false);
                    return (at, all, nodes);
                },
                token
            )
            .ConfigureAwait(false);
        Claim.Equal("The head counts the entries.", size, head.Size);
        Claim.Sequence("Indices have no gaps.", LongRange(size), entries.Select(entry => entry.Index));
        foreach (var entry in entries)
        {
            var hash = MerkleTree.HashLeaf(entry.Bytes.Span);
            Claim.Equal($"The leaf hash of entry {entry.Index} is that of its bytes.", hash, entry.LeafHash);
        }

        var expected = MerkleTree.Root([.. entries.Select(entry => entry.LeafHash)]);
        Claim.Equal("The head's root is that of the tree over the entries.", expected, head.Root);
        Claim.Equal("The stored nodes make the head's root.", expected, root);
        return entries;
    }

    private static IEnumerable<long> LongRange(long count)
    {
        for (var i = 0L; i < count; i++)
        {
            yield return i;
        }
    }
}
