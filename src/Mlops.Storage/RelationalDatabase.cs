using System.Collections.Concurrent;
using System.Data.Common;
using Mlops.Storage.Commands;
using Mlops.Storage.GroupCommit;

namespace Mlops.Storage;

/// <summary>A database of any product behind ADO.NET: it opens connections, runs reads and runs write transactions.</summary>
/// <remarks>
/// Thread-safe. Connections are kept open between uses, each with its prepared commands. With SQLite, the driver works
/// on the caller's thread, so a call may hold that thread for as long as the disk takes.
/// </remarks>
public sealed class RelationalDatabase : IAsyncDisposable
{
    private readonly DbDataSource _source;
    private readonly RelationalDatabaseOptions _options;
    private readonly ConcurrentStack<Session> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>Makes a database over a data source.</summary>
    /// <param name="source">Opens connections, each as the dialect needs it; disposed with the database.</param>
    /// <param name="dialect">The product's dialect.</param>
    /// <param name="options">How connections are kept and how long is tried; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public RelationalDatabase(DbDataSource source, SqlDialect dialect, RelationalDatabaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        _source = source;
        _options = options ?? new RelationalDatabaseOptions();
        _options.ThrowIfInvalid();
        Dialect = dialect;
        WriteGate = dialect.HasSingleWriter ? new SemaphoreSlim(1, 1) : null;
    }

    /// <summary>What differs between database products.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>How connections are kept and how long is tried.</summary>
    public RelationalDatabaseOptions Options => _options;

    internal SemaphoreSlim? WriteGate { get; }

    /// <summary>Runs queries on one connection, each of which sees what is committed when it begins.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="read">The work; run again on a new connection when an idle one turns out to be dead.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DatabaseUnavailableException">The database can't be opened or reached.</exception>
    public ValueTask<T> ReadAsync<T>(
        Func<ReadUnit, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    ) => ReadCoreAsync(read, isSnapshot: false, cancellationToken);

    /// <summary>Runs queries on one connection which all see one state of the database: that of the first of them.</summary>
    /// <inheritdoc cref="ReadAsync{T}"/>
    public ValueTask<T> ReadSnapshotAsync<T>(
        Func<ReadUnit, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    ) => ReadCoreAsync(read, isSnapshot: true, cancellationToken);

    /// <summary>Runs one unit of work in a write transaction of its own.</summary>
    /// <remarks>For what is rare; frequent writes share commits in a <see cref="GroupCommitWriter"/>, whose rules are the same.</remarks>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="component">Whose writers exclude one another, in every process.</param>
    /// <param name="work">The work; run again after a conflict, so it must not change anything but the database.</param>
    /// <param name="cancellationToken">Stops it until its commit begins.</param>
    /// <exception cref="DatabaseUnavailableException">The database can't be opened, reached or written.</exception>
    /// <exception cref="DatabaseBusyException">Others held the write lock for longer than the time limit.</exception>
    /// <exception cref="CommitOutcomeUnknownException">The connection failed while the commit was under way.</exception>
    public async ValueTask<T> WriteAsync<T>(
        string component,
        Func<WriteUnit, CancellationToken, ValueTask<T>> work,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(component);
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        var unit = new QueuedUnit<T>(work, cancellationToken);
        var runner = new BatchRunner(this, component);
        try
        {
            await runner.RunAsync([unit], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await runner.DisposeAsync().ConfigureAwait(false);
        }

        return await unit.Task.ConfigureAwait(false);
    }

    /// <summary>Checks that the database can be opened and asked.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DatabaseUnavailableException">It can't; the message says why.</exception>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync((unit, token) => unit.Command("SELECT 1").QueryInt64Async(token), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Closes the idle connections and the data source; what is under way closes its own when it ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await CloseIdleAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    internal async ValueTask<(Session Session, bool WasIdle)> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        while (_idle.TryPop(out var idle))
        {
            if (!idle.IsBroken)
            {
                return (idle, true);
            }

            await idle.DisposeAsync().ConfigureAwait(false);
        }

        try
        {
            var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return (new Session(connection, Dialect, _options.MaximumPreparedCommands), false);
        }
        catch (Exception exception) when (Dialect.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    internal async ValueTask ReturnAsync(Session session)
    {
        if (session.IsBroken || _isDisposed || _idle.Count >= _options.MaximumIdleConnections)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            return;
        }

        _idle.Push(session);
        if (_isDisposed)
        {
            await CloseIdleAsync().ConfigureAwait(false);
        }
    }

    internal async ValueTask CloseIdleAsync()
    {
        while (_idle.TryPop(out var idle))
        {
            await idle.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<T> ReadCoreAsync<T>(
        Func<ReadUnit, CancellationToken, ValueTask<T>> read,
        bool isSnapshot,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        while (true)
        {
            var (session, wasIdle) = await RentAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await RunAsync(session, read, isSnapshot, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (wasIdle && Dialect.Classify(exception) == DatabaseFault.ConnectionLost)
            {
                // The server has hung up since the last use; the other idle connections are likely dead as well.
                session.Break();
                await CloseIdleAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
                when (Dialect.Classify(exception) is DatabaseFault.Unavailable or DatabaseFault.ConnectionLost
                    && Dialect.Explain(exception) is not null
                )
            {
                session.Break();
                throw Dialect.Explain(exception)!;
            }
            finally
            {
                await ReturnAsync(session).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<T> RunAsync<T>(
        Session session,
        Func<ReadUnit, CancellationToken, ValueTask<T>> read,
        bool isSnapshot,
        CancellationToken cancellationToken
    )
    {
        if (isSnapshot)
        {
            await session.ExecuteAsync(session.Dialect.BeginSnapshot, cancellationToken).ConfigureAwait(false);
        }

        var unit = session.NewReadUnit();
        try
        {
            return await read(unit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            unit.End();
            if (isSnapshot)
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }
}
