using Mlops.Storage.Commands;

namespace Mlops.Storage.GroupCommit;

/// <summary>A unit that waits for its transaction.</summary>
internal sealed class QueuedUnit<T>(
    Func<WriteUnit, CancellationToken, ValueTask<T>> work,
    CancellationToken cancellationToken
) : QueuedUnit(cancellationToken)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _answer.Task;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    public override async ValueTask RunAsync(WriteUnit unit)
    {
        Failure = null;
        try
        {
            CancellationToken.ThrowIfCancellationRequested();
            _result = await work(unit, CancellationToken).ConfigureAwait(false);
            Failure = unit.Failure is { } swallowed
                ? new InvalidOperationException(
                    "A statement of the unit failed and the unit went on; a unit whose statement fails must fail.",
                    swallowed
                )
                : null;
        }
        catch (Exception exception)
        {
            // Whatever a delegate throws is its caller's to see, and must not end the writer.
            Failure = ReferenceEquals(exception, unit.Failure) ? Explained(exception, unit.Dialect) : exception;
        }
        finally
        {
            unit.End();
        }
    }

    public override void Answer()
    {
        if (Failure is { } failure)
        {
            Fail(failure);
        }
        else
        {
            _answer.TrySetResult(_result!);
        }
    }

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException && CancellationToken.IsCancellationRequested)
        {
            _answer.TrySetCanceled(CancellationToken);
        }
        else
        {
            _answer.TrySetException(exception);
        }
    }

    // A statement's own mistakes stay the driver's exception; what is wrong with the database itself is said in words.
    private static Exception Explained(Exception exception, SqlDialect dialect) =>
        dialect.Classify(exception) is DatabaseFault.ReadOnly or DatabaseFault.Unavailable
            ? dialect.Explain(exception) ?? exception
            : exception;
}
