using Mlops.Storage;
using Mlops.Storage.GroupCommit;
using Mlops.Storage.Migrations;

namespace Mlops.Registry.Stores.Relational;

/// <summary>A store in a relational database: a file of SQLite, or a PostgreSQL server that many hosts share.</summary>
/// <remarks>
/// <para>Safe for concurrent use. Commits of this store that wait together share a transaction (<see cref="GroupCommitWriter"/>),
/// and a lock excludes the writers of other stores and processes. Reads take connections of their own and see one state; neither waits for the other.</para>
/// <para>Nothing is kept between units: the head and every revision are read in the transaction that depends on them.</para>
/// <para>Texts are compared and ordered by their code points; models, authors and ids have at most 300 characters,
/// aliases 200, and no text holds U+0000 or half a surrogate pair. A get, a put and an append take O(log n); a page
/// takes O(log n + its length) when one condition, and an order by update, leads to it.</para>
/// </remarks>
public sealed class RelationalRegistryStore : IRegistryStore
{
    private readonly RelationalDatabase _database;
    private readonly RelationalRegistryStoreOptions _options;
    private readonly GroupCommitWriter _writer;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private volatile bool _isReady;

    /// <summary>Makes a store; it opens no connection yet.</summary>
    /// <param name="database">The database; disposed with the store unless the options say otherwise.</param>
    /// <param name="options">How it starts, commits and ends; <see langword="null"/> for the defaults.</param>
    public RelationalRegistryStore(RelationalDatabase database, RelationalRegistryStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        _options = options ?? new RelationalRegistryStoreOptions();
        _writer = new GroupCommitWriter(database, RegistryMigrations.Component, _options.GroupCommit);
    }

    /// <inheritdoc/>
    public string Name => _database.Dialect.Name;

    /// <inheritdoc/>
    /// <exception cref="PendingMigrationsException">Migrations are pending and may not, or could not, be applied.</exception>
    /// <exception cref="NewerSchemaException">The tables were made by a newer version of the registry.</exception>
    /// <exception cref="MigrationChangedException">The tables were made by another version of the same migration.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        if (_isReady)
        {
            return;
        }

        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isReady)
            {
                var migrator = new Migrator(_database, RegistryMigrations.Set, _options.TimeProvider);
                await migrator.StartAsync(_options.Startup, cancellationToken).ConfigureAwait(false);
                _isReady = true;
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<T> CommitAsync<T>(
        Func<IRegistryTransaction, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(decide);
        cancellationToken.ThrowIfCancellationRequested();
        await InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await _writer
            .RunAsync(
                async (unit, token) =>
                {
                    var work = new RelationalTransaction(unit);
                    try
                    {
                        var result = await decide(work, token).ConfigureAwait(false);
                        await work.FinishAsync(token).ConfigureAwait(false);
                        return result;
                    }
                    finally
                    {
                        work.End();
                    }
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        cancellationToken.ThrowIfCancellationRequested();
        await InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await _database
            .ReadSnapshotAsync((unit, token) => read(new RelationalReader(unit), token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Completes the commits that wait, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        if (!_options.LeavesDatabaseOpen)
        {
            await _database.DisposeAsync().ConfigureAwait(false);
        }
    }
}
