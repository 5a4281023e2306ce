using Mlops.Registry.Access;
using Mlops.Registry.Audit;

namespace Mlops.Registry.Engine;

/// <summary>Gathers access records and writes them into the audit log, many to an entry.</summary>
internal sealed class AccessLog(RegistryEngine engine) : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly Principal Registry = new("mlops-registry", []);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly List<AccessRecord> _waiting = [];
    private Task _scheduled = Task.CompletedTask;
    private readonly CancellationTokenSource _disposed = new();
    private int _isDisposed;

    /// <summary>Records one read, as the options say.</summary>
    public async ValueTask RecordAsync(
        Principal caller,
        string operation,
        string subject,
        CancellationToken cancellationToken
    )
    {
        var mode = engine.Options.AccessRecording;
        if (mode == AccessRecording.None)
        {
            return;
        }

        var record = new AccessRecord(caller.Id, operation, subject, engine.Time.GetUtcNow());
        if (mode == AccessRecording.BeforeAnswer)
        {
            await WriteAsync([record], cancellationToken).ConfigureAwait(false);
            return;
        }

        bool full;
        lock (_gate)
        {
            _waiting.Add(record);
            full = _waiting.Count >= LargestBatch;
            if (_scheduled.IsCompleted && !full)
            {
                _scheduled = FlushLaterAsync();
            }
        }

        if (full)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes all that waits.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Take() is { Count: > 0 } batch)
            {
                try
                {
                    // Not the caller's token: a commit cut short may have happened, and would be written twice.
                    await WriteAsync(batch, CancellationToken.None).ConfigureAwait(false);
                }
                catch
                {
                    lock (_gate)
                    {
                        _waiting.InsertRange(0, batch);
                    }

                    throw;
                }
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _disposed.CancelAsync().ConfigureAwait(false);
        await _scheduled.ConfigureAwait(false);
        await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        _disposed.Dispose();
        _writing.Dispose();
    }

    // An entry has a largest size: what gathered while the store did not answer goes into several.
    private List<AccessRecord> Take()
    {
        lock (_gate)
        {
            var batch = _waiting.GetRange(0, Math.Min(LargestBatch, _waiting.Count));
            _waiting.RemoveRange(0, batch.Count);
            return batch;
        }
    }

    private async Task FlushLaterAsync()
    {
        try
        {
            await Task.Delay(Delay, engine.Time, _disposed.Token).ConfigureAwait(false);
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Disposal writes what waits.
        }
        catch (Exception exception)
        {
            engine.AccessesFailed(exception);
        }
    }

    private Task<int> WriteAsync(IReadOnlyList<AccessRecord> records, CancellationToken cancellationToken) =>
        engine.ChangeAsync(
            Registry,
            new Intent("record-reads", AuditAction.Read, null),
            (unit, _) =>
            {
                unit.Reads = records;
                return ValueTask.FromResult(0);
            },
            cancellationToken
        );
}
