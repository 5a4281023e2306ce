using Mlops.Storage.Commands;

namespace Mlops.Storage.GroupCommit;

/// <summary>A unit that waits for its transaction, whatever its result is.</summary>
internal abstract class QueuedUnit(CancellationToken cancellationToken)
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Withdrawn = 2;
    private int _state;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>What it threw when it last ran, to be told when the transaction has ended.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>Whether the caller has its answer.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>Takes the unit out of the queue for good, unless its caller has withdrawn it.</summary>
    public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waiting) != Withdrawn;

    /// <summary>Withdraws a unit that has not started; one that has gets the token and decides by itself.</summary>
    public void Withdraw()
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
        {
            Fail(new OperationCanceledException(CancellationToken));
        }
    }

    /// <summary>Runs the unit and keeps what comes of it.</summary>
    public abstract ValueTask RunAsync(WriteUnit unit);

    /// <summary>Tells the caller what came of the last run.</summary>
    public abstract void Answer();

    /// <summary>Tells the caller that it failed.</summary>
    public abstract void Fail(Exception exception);
}
