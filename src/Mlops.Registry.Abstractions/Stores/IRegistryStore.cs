namespace Mlops.Registry.Stores;

/// <summary>Where a registry keeps its records and its log. <c>Mlops.Registry.Testing</c> proves an implementation.</summary>
/// <remarks>
/// <para>The store guarantees: one commit holds records and entries together or not at all; commits of all processes happen
/// one after another, each deciding on the state that the one before left; revisions are compared and set; indices of
/// entries have no gaps; what was acknowledged is durable, as far as the medium goes.</para>
/// <para>Every method is safe to call from many threads.</para>
/// </remarks>
public interface IRegistryStore : IAsyncDisposable
{
    /// <summary>What it is, for messages and instruments: <c>memory</c>, <c>sqlite</c>, <c>postgresql</c>.</summary>
    string Name { get; }

    /// <summary>Makes it ready: applies or checks migrations. Every other method does so by itself if it was not called.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task InitializeAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads, decides and writes in one commit; acknowledged when it is durable.</summary>
    /// <typeparam name="T">What the decision gives.</typeparam>
    /// <param name="decide">
    /// Reads and writes. It may be called again when the commit it shared with others failed, so it must not do anything else
    /// that can't be done twice. When it throws, nothing of it remains, and the exception reaches the caller.
    /// </param>
    /// <param name="cancellationToken">Ends the wait before the commit has begun; after that the outcome is awaited.</param>
    /// <exception cref="InvalidOperationException">Records were changed, and no entry was appended.</exception>
    Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads from one consistent state.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads; the reader is not used after it has ended.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    );
}
