using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Stores.Mutants;

/// <summary>A transaction that hands everything on; a mutant overrides what it gets wrong.</summary>
internal class MutantTransaction(IRegistryTransaction inner) : MutantReader(inner), IRegistryTransaction
{
    protected IRegistryTransaction Inner => inner;

    public virtual ValueTask<long> PutAsync(
        RecordKey key,
        long expectedRevision,
        ReadOnlyMemory<byte> payload,
        RecordIndex index,
        CancellationToken cancellationToken = default
    ) => inner.PutAsync(key, expectedRevision, payload, index, cancellationToken);

    public virtual ValueTask DeleteAsync(
        RecordKey key,
        long expectedRevision,
        CancellationToken cancellationToken = default
    ) => inner.DeleteAsync(key, expectedRevision, cancellationToken);

    public virtual ValueTask<long> AppendAsync(
        ReadOnlyMemory<byte> entry,
        string? subject,
        CancellationToken cancellationToken = default
    ) => inner.AppendAsync(entry, subject, cancellationToken);
}
