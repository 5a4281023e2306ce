using System.Runtime.CompilerServices;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Stores.Mutants;

internal sealed class LeavesGaps(IRegistryReader inner) : MutantReader(inner)
{
    public override async IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var entry in base.ReadEntriesAsync(from, count, cancellationToken))
        {
            yield return entry.Index < 2 ? entry : entry with { Index = entry.Index + 1 };
        }
    }
}

internal sealed class WrongOrder(IRegistryReader inner) : MutantReader(inner)
{
    public override async ValueTask<RecordPage> QueryAsync(
        RecordQuery query,
        CancellationToken cancellationToken = default
    )
    {
        var page = await base.QueryAsync(query, cancellationToken);
        return page with { Records = [.. page.Records.OrderBy(record => record.Key.Id.ToUpperInvariant())] };
    }
}

internal sealed class Utf16Order(IRegistryReader inner) : MutantReader(inner)
{
    public override async ValueTask<RecordPage> QueryAsync(
        RecordQuery query,
        CancellationToken cancellationToken = default
    )
    {
        var page = await base.QueryAsync(query, cancellationToken);
        return query.Order == RecordOrder.Id
            ? page with
            {
                Records = [.. page.Records.OrderBy(record => record.Key.Id, StringComparer.Ordinal)],
            }
            : page;
    }
}

internal sealed class ForgetsCondition(IRegistryReader inner, Func<RecordQuery, RecordQuery> forget)
    : MutantReader(inner)
{
    public override ValueTask<RecordPage> QueryAsync(
        RecordQuery query,
        CancellationToken cancellationToken = default
    ) => base.QueryAsync(forget(query), cancellationToken);
}

internal sealed class RepeatsLast(IRegistryReader inner) : MutantReader(inner)
{
    // Pages by offset: what is written before the place moves the next page.
    public override async ValueTask<RecordPage> QueryAsync(
        RecordQuery query,
        CancellationToken cancellationToken = default
    )
    {
        var skip = query.After is { Length: > 0 } after && int.TryParse(after, out var given) ? given : 0;
        if (query.After is not null && skip == 0)
        {
            throw new ArgumentException("Not a page.", nameof(query));
        }

        var all = await base.QueryAsync(query with { After = null, Limit = 1000 }, cancellationToken);
        var page = all.Records.Skip(skip).Take(query.Limit).ToList();
        var end = skip + page.Count;
        return new RecordPage(page, end < all.Records.Count ? $"{end}" : null);
    }
}

internal sealed class TrustsItsIndex(IRegistryReader inner) : MutantReader(inner)
{
    public override ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    ) => new([]);
}

internal sealed class IgnoresTags(IRegistryReader inner) : MutantReader(inner)
{
    public override async ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    ) =>
        [
            .. (await base.FindMisindexedAsync(expected, cancellationToken)).Where(found =>
                found.Parts is not [nameof(RecordIndex.Tags)]
            ),
        ];
}

internal sealed class WrongRoot(IRegistryReader inner) : MutantReader(inner)
{
    public override async ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default)
    {
        var head = await base.GetHeadAsync(cancellationToken);
        return head.Size == 32 ? head with { Root = MerkleTree.EmptyRoot } : head;
    }
}

internal sealed class WrongNode(IRegistryReader inner) : MutantReader(inner)
{
    public override async ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    ) =>
        [
            .. (await base.ReadAsync(ids, cancellationToken)).Zip(
                ids,
                (hash, id) => id is { Level: 3, Index: 4 } ? MerkleTree.EmptyRoot : hash
            ),
        ];
}

internal sealed class EarliestFirst(IRegistryReader inner) : MutantReader(inner)
{
    public override async ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    ) => [.. (await base.ReadSubjectAsync(subject, before, limit, cancellationToken)).Reverse()];
}
