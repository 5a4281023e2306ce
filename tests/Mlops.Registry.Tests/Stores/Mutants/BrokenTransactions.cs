using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Stores.Mutants;

internal sealed class DropsSecondEntry(IRegistryTransaction inner) : MutantTransaction(inner)
{
    private long? _first;

    public override async ValueTask<long> AppendAsync(
        ReadOnlyMemory<byte> entry,
        string? subject,
        CancellationToken cancellationToken = default
    ) => _first is { } first ? ++first : (_first = await Inner.AppendAsync(entry, subject, cancellationToken)).Value;
}

internal sealed class IgnoresRevision(IRegistryTransaction inner) : MutantTransaction(inner)
{
    public override async ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    )
    {
        var now = await Inner.GetAsync(key, cancellationToken);
        return await Inner.PutAsync(key, now?.Revision ?? 0, payload, index, cancellationToken);
    }
}

internal sealed class ForgetsSubject(IRegistryTransaction inner) : MutantTransaction(inner)
{
    public override ValueTask<long> AppendAsync(
        ReadOnlyMemory<byte> entry,
        string? subject,
        CancellationToken cancellationToken = default
    ) => Inner.AppendAsync(entry, null, cancellationToken);
}

internal sealed class KeepsOldTags(IRegistryTransaction inner) : MutantTransaction(inner)
{
    private static readonly string[] Old = ["k", "gone"];

    public override ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    )
    {
        var tags = new Dictionary<string, string>(index.Tags);
        if (expectedRevision > 0)
        {
            Old.ToList().ForEach(name => tags.TryAdd(name, "1"));
        }

        return Inner.PutAsync(key, expectedRevision, payload, index with { Tags = tags }, cancellationToken);
    }
}

internal sealed class SwallowsConflict(IRegistryTransaction inner) : MutantTransaction(inner)
{
    public override async ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await Inner.PutAsync(key, expectedRevision, payload, index, cancellationToken);
        }
        catch (RevisionConflictException)
        {
            return expectedRevision + 1;
        }
    }
}

internal sealed class LoggedBySomebody(IRegistryTransaction inner) : MutantTransaction(inner)
{
    public override async ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    )
    {
        await Inner.AppendAsync(payload, null, cancellationToken);
        return await Inner.PutAsync(key, expectedRevision, payload, index, cancellationToken);
    }
}

internal sealed class BlindToItsOwn(IRegistryTransaction inner, IRegistryStore store) : MutantTransaction(inner)
{
    public override async ValueTask<StoredRecord?> GetAsync(
        RecordKey key,
        CancellationToken cancellationToken = default
    ) => await store.ReadAsync((reader, token) => reader.GetAsync(key, token), cancellationToken);
}
