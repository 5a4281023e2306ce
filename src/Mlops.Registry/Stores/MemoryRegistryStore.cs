using Mlops.Registry.Stores.Memory;

namespace Mlops.Registry.Stores;

/// <summary>A store in memory, for tests and notebooks: it keeps the whole contract but durability, and ends with its process.</summary>
/// <remarks>
/// Safe for concurrent use. Commits run one after another, and a read takes the present state without waiting for them. A
/// get takes O(log n), an append O(1) on average, a query O(n) in the records of its kind.
/// </remarks>
public sealed class MemoryRegistryStore : IRegistryStore
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile MemoryState _state = MemoryState.Empty;
    private volatile bool _isDisposed;

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(decide);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        var work = new MemoryTransaction(_state);
        try
        {
            var result = await decide(work, cancellationToken).ConfigureAwait(false);
            _state = work.Finish();
            return result;
        }
        finally
        {
            work.End();
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new MemoryReader(_state);
        try
        {
            return await read(reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            reader.End();
        }
    }

    /// <summary>Ends the store; what it held is gone.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _state = MemoryState.Empty;
        return default;
    }
}
