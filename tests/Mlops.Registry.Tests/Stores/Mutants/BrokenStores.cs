using System.Collections.Concurrent;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Stores.Mutants;

/// <summary>Commits what a unit did before it threw.</summary>
internal sealed class NotAtomic(IRegistryStore inner) : MutantStore(inner)
{
    public override async Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    )
    {
        Exception? thrown = null;
        var result = await Inner.CommitAsync(
            async (work, token) =>
            {
                try
                {
                    return await decide(work, token);
                }
                catch (TimeZoneNotFoundException exception)
                {
                    thrown = exception;
                    return default!;
                }
            },
            cancellationToken
        );
        return thrown is null ? result : throw thrown;
    }
}

/// <summary>Tells the caller of another exception than the decision's.</summary>
internal sealed class WrapsExceptions(IRegistryStore inner) : MutantStore(inner)
{
    public override async Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await base.CommitAsync(decide, cancellationToken);
        }
        catch (TimeZoneNotFoundException exception)
        {
            throw new AggregateException(exception);
        }
    }
}

/// <summary>Decides on what it read before, outside of the commit, and writes without looking again.</summary>
internal sealed class LosesUpdates(IRegistryStore inner) : MutantStore(inner)
{
    public override async Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    )
    {
        var stale = await Inner.ReadAsync(
            (reader, token) => reader.GetAsync(new RecordKey(RecordKind.Setting, "shared"), token),
            cancellationToken
        );
        await Task.Delay(1, cancellationToken);
        return await Inner.CommitAsync(
            (work, token) => decide(new Stale(new IgnoresRevision(work), stale), token),
            cancellationToken
        );
    }

    private sealed class Stale(IRegistryTransaction inner, StoredRecord? stale) : MutantTransaction(inner)
    {
        public override ValueTask<StoredRecord?> GetAsync(
            RecordKey key,
            CancellationToken cancellationToken = default
        ) => key.Id == "shared" ? new(stale) : base.GetAsync(key, cancellationToken);
    }
}

/// <summary>Reads records from a cache that commits do not clear.</summary>
internal sealed class StaleReads(IRegistryStore inner) : MutantStore(inner)
{
    private readonly ConcurrentDictionary<RecordKey, StoredRecord> _seen = [];

    public override Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    ) => Inner.ReadAsync((reader, token) => read(new Cached(reader, _seen), token), cancellationToken);

    private sealed class Cached(IRegistryReader inner, ConcurrentDictionary<RecordKey, StoredRecord> seen)
        : MutantReader(inner)
    {
        public override async ValueTask<StoredRecord?> GetAsync(
            RecordKey key,
            CancellationToken cancellationToken = default
        ) =>
            seen.TryGetValue(key, out var known) ? known
            : await base.GetAsync(key, cancellationToken) is { } record ? seen.GetOrAdd(key, record)
            : null;
    }
}

/// <summary>Reads each thing from the state of that moment.</summary>
internal sealed class NoSnapshot(IRegistryStore inner) : MutantStore(inner)
{
    public override Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    ) => Inner.ReadAsync((reader, token) => read(new Latest(reader, Inner), token), cancellationToken);

    private sealed class Latest(IRegistryReader inner, IRegistryStore store) : MutantReader(inner)
    {
        public override async ValueTask<StoredRecord?> GetAsync(
            RecordKey key,
            CancellationToken cancellationToken = default
        ) => await store.ReadAsync((reader, token) => reader.GetAsync(key, token), cancellationToken);
    }
}

/// <summary>Acknowledges before it commits.</summary>
internal sealed class TooEarly(IRegistryStore inner) : MutantStore(inner)
{
    public override async Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    )
    {
        var decided = new TaskCompletionSource<T>();
        _ = Inner.CommitAsync(
            async (work, token) =>
            {
                try
                {
                    decided.TrySetResult(await decide(work, token));
                }
                catch (Exception exception)
                {
                    decided.TrySetException(exception);
                    throw;
                }

                await Task.Delay(20, token);
                return 0;
            },
            cancellationToken
        );
        return await decided.Task;
    }
}
