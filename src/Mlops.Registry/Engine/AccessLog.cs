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
    private List<(string? Model, AccessRecord Record)> _waiting = [];
    private Task _scheduled = Task.CompletedTask;
    private readonly CancellationTokenSource _disposed = new();
    private int _isDisposed;

    /// <summary>Records one read, as the options say.</summary>
    public async ValueTask RecordAsync(Principal caller, Intent intent, CancellationToken cancellationToken)
    {
        var mode = engine.Options.AccessRecording;
        if (mode == AccessRecording.None)
        {
            return;
        }

        var record = new AccessRecord(caller.Id, intent.Operation, intent.Subject, engine.Time.GetUtcNow());
        if (mode == AccessRecording.BeforeAnswer)
        {
            await WriteAsync([(intent.Model, record)], cancellationToken).ConfigureAwait(false);
            return;
        }

        bool full;
        lock (_gate)
        {
            _waiting.Add((intent.Model, record));
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

    // An entry has a largest size, and is found by its model: what gathered goes into several.
    private List<(string? Model, AccessRecord Record)> Take()
    {
        lock (_gate)
        {
            List<(string? Model, AccessRecord Record)> batch = [];
            List<(string? Model, AccessRecord Record)> others = [];
            foreach (var one in _waiting)
            {
                (batch.Count < LargestBatch && one.Model == _waiting[0].Model ? batch : others).Add(one);
            }

            _waiting = others;
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

    private Task<int> WriteAsync(
        List<(string? Model, AccessRecord Record)> batch,
        CancellationToken cancellationToken
    ) =>
        engine.ChangeAsync(
            Registry,
            new Intent("record-reads", AuditAction.Read, null, batch[0].Model),
            (unit, _) =>
            {
                unit.Reads = [.. batch.Select(one => one.Record)];
                return ValueTask.FromResult(0);
            },
            cancellationToken
        );
}
