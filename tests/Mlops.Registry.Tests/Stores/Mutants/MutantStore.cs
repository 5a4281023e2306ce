using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Stores.Mutants;

/// <summary>A store that does what another does, but for what its readers and transactions get wrong.</summary>
internal class MutantStore(
    IRegistryStore inner,
    Func<IRegistryReader, IRegistryReader>? reader = null,
    Func<IRegistryTransaction, IRegistryTransaction>? transaction = null
) : IRegistryStore
{
    public string Name => "mutant";

    protected IRegistryStore Inner => inner;

    public Task InitializeAsync(CancellationToken cancellationToken = default) =>
        inner.InitializeAsync(cancellationToken);

    public virtual Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    ) => inner.CommitAsync((work, token) => decide(transaction?.Invoke(work) ?? work, token), cancellationToken);

    public virtual Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    ) => inner.ReadAsync((one, token) => read(reader?.Invoke(one) ?? one, token), cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
