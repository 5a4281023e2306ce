using Mlops.Storage.Commands;

namespace Mlops.Storage.GroupCommit;

/// <summary>Runs units in one transaction, and again when it must be, until each of them has its answer.</summary>
internal sealed class BatchRunner(RelationalDatabase database, string component) : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private Session? _session;
    private long _retryCount;

    private enum Outcome
    {
        Answered,
        Again,
        Apart,
    }

    /// <summary>How often a transaction was tried again.</summary>
    public long RetryCount => Volatile.Read(ref _retryCount);

    private SqlDialect Dialect => database.Dialect;

    public async Task RunAsync(IReadOnlyList<QueuedUnit> units, CancellationToken cancellationToken)
    {
        try
        {
            if (await TogetherAsync(units, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            foreach (var unit in units.Where(unit => !unit.IsAnswered))
            {
                await TogetherAsync([unit], cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // Nothing may leave a caller without an answer.
            _session?.Break();
            FailAll(units, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await database.ReturnAsync(session).ConfigureAwait(false);
        }
    }

    private async Task<bool> TogetherAsync(IReadOnlyList<QueuedUnit> units, CancellationToken token)
    {
        var time = database.Options.TimeProvider;
        var start = time.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(2);
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, failure) = await TryAsync(units, token).ConfigureAwait(false);
            if (outcome != Outcome.Again)
            {
                return outcome == Outcome.Answered;
            }

            if (attempt > 1 && units.Count > 1 && Dialect.Classify(failure!) == DatabaseFault.Conflict)
            {
                return false;
            }

            if (time.GetElapsedTime(start) + pause > database.Options.RetryLimit)
            {
                FailAll(units, GaveUp(failure!));
                return true;
            }

            if (Dialect.Classify(failure!) == DatabaseFault.ConnectionLost)
            {
                // A server that has hung up once has done so on the idle connections as well.
                await database.CloseIdleAsync().ConfigureAwait(false);
            }

            Interlocked.Increment(ref _retryCount);
            await Task.Delay(pause, time, token).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<(Outcome, Exception?)> TryAsync(IReadOnlyList<QueuedUnit> units, CancellationToken token)
    {
        if (database.WriteGate is { } gate)
        {
            await gate.WaitAsync(token).ConfigureAwait(false);
        }

        try
        {
            return await BeginAsync(token).ConfigureAwait(false) is { } failure
                ? AfterFailedBegin(units, failure)
                : await RunUnitsAsync(_session!, units).ConfigureAwait(false);
        }
        finally
        {
            database.WriteGate?.Release();
            await DropBrokenSessionAsync().ConfigureAwait(false);
        }
    }

    private async Task<Exception?> BeginAsync(CancellationToken token)
    {
        await DropBrokenSessionAsync().ConfigureAwait(false);
        if (_session is null)
        {
            (_session, _) = await database.RentAsync(token).ConfigureAwait(false);
        }

        try
        {
            await Dialect.BeginWriteAsync(_session.Connection, component, token).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _session.Break();
            return exception;
        }
    }

    private async ValueTask DropBrokenSessionAsync()
    {
        if (_session is { IsBroken: true } broken)
        {
            _session = null;
            await broken.DisposeAsync().ConfigureAwait(false);
        }
    }

    private (Outcome, Exception?) AfterFailedBegin(IReadOnlyList<QueuedUnit> units, Exception failure)
    {
        if (IsTransient(failure))
        {
            return (Outcome.Again, failure);
        }

        FailAll(units, Dialect.Explain(failure) ?? failure);
        return (Outcome.Answered, null);
    }

    private async Task<(Outcome, Exception?)> RunUnitsAsync(Session session, IReadOnlyList<QueuedUnit> units)
    {
        var hasWritten = false;
        foreach (var unit in units)
        {
            if (unit.IsAnswered)
            {
                continue;
            }

            if (!unit.TryStart())
            {
                // Who withdrew it may not have told its caller yet; the commit must not take it for one that ran.
                unit.Fail(new OperationCanceledException(unit.CancellationToken));
                continue;
            }

            var scope = session.NewWriteUnit();
            await unit.RunAsync(scope).ConfigureAwait(false);
            var isLost = scope.Failure is { } cause && Dialect.AbortsTransaction(cause);
            if (unit.Failure is null || (!scope.HasWritten && !isLost))
            {
                // One that failed before it wrote is told when the commit has made true whatever it has seen.
                hasWritten |= scope.HasWritten;
                continue;
            }

            await session.RollbackAsync().ConfigureAwait(false);
            if (scope.Failure is { } failure && IsTransient(failure) && !unit.CancellationToken.IsCancellationRequested)
            {
                return (Outcome.Again, failure);
            }

            if (!hasWritten)
            {
                unit.Answer();
            }

            return (Outcome.Apart, null);
        }

        return await CommitAsync(session, units).ConfigureAwait(false);
    }

    private async Task<(Outcome, Exception?)> CommitAsync(Session session, IReadOnlyList<QueuedUnit> units)
    {
        try
        {
            await session.ExecuteAsync("COMMIT", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (Dialect.IsCommitSurelyUndone(exception))
        {
            await session.RollbackAsync().ConfigureAwait(false);
            if (IsTransient(exception))
            {
                return (Outcome.Again, exception);
            }

            if (units.Count == 1)
            {
                units[0].Fail(exception);
            }

            return (Outcome.Apart, null);
        }
        catch (Exception exception)
        {
            session.Break();
            FailAll(
                units,
                new CommitOutcomeUnknownException(
                    $"The commit of '{component}' failed and may have happened: look whether the change is there before doing it again.",
                    exception
                )
            );
            return (Outcome.Answered, null);
        }

        foreach (var unit in units.Where(unit => !unit.IsAnswered))
        {
            unit.Answer();
        }

        return (Outcome.Answered, null);
    }

    private bool IsTransient(Exception exception) =>
        Dialect.Classify(exception) is DatabaseFault.Conflict or DatabaseFault.Locked or DatabaseFault.ConnectionLost;

    private Exception GaveUp(Exception failure) =>
        Dialect.Classify(failure) == DatabaseFault.Locked
            ? new DatabaseBusyException(
                $"Other writers held the database for longer than {database.Options.RetryLimit}; '{component}' could not begin to write.",
                failure
            )
            : Dialect.Explain(failure) ?? failure;

    private static void FailAll(IReadOnlyList<QueuedUnit> units, Exception exception)
    {
        foreach (var unit in units.Where(unit => !unit.IsAnswered))
        {
            unit.Fail(exception);
        }
    }
}
