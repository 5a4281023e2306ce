using System.Threading.Channels;
using Mlops.Storage.Commands;

namespace Mlops.Storage.GroupCommit;

/// <summary>Runs the writes of a component one after another, those that wait together in one transaction.</summary>
/// <remarks>
/// <para>
/// Thread-safe; one writer for a component and process is enough. Units that arrive while a transaction is under way share
/// the next one. They run in the order in which they arrived; each sees what earlier ones wrote; and nobody is answered,
/// well or badly, before the transaction is committed (with SQLite and <c>synchronous=FULL</c>: is on the disk).
/// The cost of a commit is so divided by the number of callers (DeWitt et al., 1984, "group commit").
/// </para>
/// <para>
/// A unit that throws before it wrote fails alone. One that throws after it wrote rolls the transaction back, and every
/// other unit in it runs again in a transaction of its own; so does the one that threw, when an earlier one had written,
/// because what it stumbled on may be gone. A conflict, a lock or a lost connection before the commit runs the whole batch again.
/// Delegates must therefore be re-runnable: they change the database and nothing else, or set anew what they set.
/// </para>
/// </remarks>
public sealed class GroupCommitWriter : IAsyncDisposable
{
    private readonly Channel<QueuedUnit> _queue;
    private readonly BatchRunner _runner;
    private readonly GroupCommitOptions _options;
    private readonly Task _loop;
    private long _unitCount;
    private long _batchCount;

    /// <summary>Starts a writer; it opens its connection with the first unit.</summary>
    /// <param name="database">The database, which must outlive the writer.</param>
    /// <param name="component">Whose writers exclude one another, in every process.</param>
    /// <param name="options">The sizes; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is less than 1.</exception>
    public GroupCommitWriter(RelationalDatabase database, string component, GroupCommitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentException.ThrowIfNullOrEmpty(component);
        _options = options ?? new GroupCommitOptions();
        _options.ThrowIfInvalid();
        _runner = new BatchRunner(database, component);
        _queue = Channel.CreateBounded<QueuedUnit>(
            new BoundedChannelOptions(_options.QueueCapacity) { SingleReader = true }
        );
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>The number of units that have been answered.</summary>
    public long UnitCount => Volatile.Read(ref _unitCount);

    /// <summary>The number of batches that units were answered in; a batch that came apart counts once.</summary>
    public long BatchCount => Volatile.Read(ref _batchCount);

    /// <summary>How often a transaction was tried again after a conflict, a lock or a lost connection.</summary>
    public long RetryCount => _runner.RetryCount;

    /// <summary>Runs a unit of work and answers when it is committed.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">The work; it may run more than once (see the remarks on the type), and never at the same time as another.</param>
    /// <param name="cancellationToken">Withdraws a unit that waits; once it runs it gets the token, and a commit is not stopped.</param>
    /// <returns>What the run that was committed returned.</returns>
    /// <exception cref="ObjectDisposedException">The writer is disposed.</exception>
    /// <exception cref="DatabaseUnavailableException">The database can't be opened, reached or written.</exception>
    /// <exception cref="DatabaseBusyException">Others held the write lock for longer than the time limit.</exception>
    /// <exception cref="CommitOutcomeUnknownException">The connection failed while the commit was under way.</exception>
    public async Task<T> RunAsync<T>(
        Func<WriteUnit, CancellationToken, ValueTask<T>> work,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(work);
        var unit = new QueuedUnit<T>(work, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(unit, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(GroupCommitWriter));
        }

        var withdrawal = cancellationToken.UnsafeRegister(static state => ((QueuedUnit)state!).Withdraw(), unit);
        await using (withdrawal.ConfigureAwait(false))
        {
            return await unit.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Takes no more units, completes those that wait, and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        await _runner.DisposeAsync().ConfigureAwait(false);
    }

    private async Task LoopAsync()
    {
        var batch = new List<QueuedUnit>(_options.MaximumBatch);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < _options.MaximumBatch && _queue.Reader.TryRead(out var unit))
            {
                batch.Add(unit);
            }

            // Counted first, so that who has an answer finds it counted.
            Interlocked.Add(ref _unitCount, batch.Count);
            Interlocked.Increment(ref _batchCount);
            await _runner.RunAsync(batch, CancellationToken.None).ConfigureAwait(false);
            batch.Clear();
        }
    }
}
