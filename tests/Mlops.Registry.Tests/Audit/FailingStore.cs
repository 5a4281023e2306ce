using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Audit;

/// <summary>A store whose commits fail while it is told so, and that counts how often it was disposed.</summary>
internal sealed class FailingStore : IRegistryStore
{
    private readonly MemoryRegistryStore _inner = new();

    public bool Fails { get; set; }

    public int Disposals { get; private set; }

    public string Name => "failing";

    public Task InitializeAsync(CancellationToken cancellationToken = default) =>
        _inner.InitializeAsync(cancellationToken);

    public Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    ) => Fails ? Task.FromException<T>(new IOException("disk full")) : _inner.CommitAsync(decide, cancellationToken);

    public Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    ) => _inner.ReadAsync(read, cancellationToken);

    // What it has can be looked at after the registry is gone.
    public ValueTask DisposeAsync()
    {
        Disposals++;
        return default;
    }
}
