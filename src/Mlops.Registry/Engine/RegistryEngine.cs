using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Redaction;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>Runs operations: access, one commit of records and entry, refusals, instruments, logs.</summary>
internal sealed class RegistryEngine
{
    private readonly RegistryInstruments? _instruments;
    private readonly ILogger _logger;

    public RegistryEngine(
        IRegistryStore store,
        ModelRegistryOptions options,
        IArtifactStore? artifacts,
        TimeProvider time,
        ILogger logger,
        RegistryInstruments? instruments
    )
    {
        Store = store;
        Options = options;
        Artifacts = artifacts;
        Time = time;
        _logger = logger;
        _instruments = instruments;
        Redactor = new Redactor(options.Redaction);
        Accesses = new AccessLog(this);
    }

    public IRegistryStore Store { get; }

    public ModelRegistryOptions Options { get; }

    public IArtifactStore? Artifacts { get; }

    public TimeProvider Time { get; }

    public Redactor Redactor { get; }

    public AccessLog Accesses { get; }

    /// <summary>Reads, decides and writes for a caller, and leaves one entry in the log: of what was done, or of the refusal.</summary>
    public async Task<T> ChangeAsync<T>(
        Principal caller,
        Intent intent,
        Func<Unit, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken
    )
    {
        using var activity = RegistryInstruments.Activities.StartActivity($"registry {intent.Operation}");
        var started = Stopwatch.GetTimestamp();
        var name = "error";
        try
        {
            var outcome = await Store
                .CommitAsync(
                    (transaction, token) => RunAsync(transaction, caller, intent, decide, token),
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (outcome.Refusal is { } refusal)
            {
                name = refusal is AccessDeniedException ? "denied" : "refused";
                Told(caller, intent, refusal);
                throw refusal;
            }

            name = "done";
            foreach (var (from, to) in outcome.Steps)
            {
                _instruments?.Count(from, to);
            }

            RegistryLog.Done(_logger, intent.Operation, intent.Subject, Redactor.Principal(caller.Id));
            return outcome.Value!;
        }
        finally
        {
            _instruments?.Measure(intent.Operation, name, Stopwatch.GetElapsedTime(started));
            activity?.SetTag("outcome", name);
        }
    }

    /// <summary>Reads for a caller, and leaves an access record.</summary>
    public async Task<T> ReadAsync<T>(
        Principal caller,
        Intent intent,
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var name = "error";
        try
        {
            if (intent.Right is { } right && !Options.Access.Allows(caller, right))
            {
                name = "denied";
                await ChangeAsync(caller, intent, static (_, _) => ValueTask.FromResult(0), cancellationToken)
                    .ConfigureAwait(false);
            }

            var result = await Store.ReadAsync(read, cancellationToken).ConfigureAwait(false);
            await Accesses.RecordAsync(caller, intent, cancellationToken).ConfigureAwait(false);
            name = "done";
            return result;
        }
        finally
        {
            if (name != "denied")
            {
                _instruments?.Measure(intent.Operation, name, Stopwatch.GetElapsedTime(started));
            }
        }
    }

    /// <summary>Says that access records wait because they could not be written.</summary>
    public void AccessesFailed(Exception exception) => RegistryLog.AccessesNotWritten(_logger, exception);

    private async ValueTask<Outcome<T>> RunAsync<T>(
        IRegistryTransaction transaction,
        Principal caller,
        Intent intent,
        Func<Unit, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken
    )
    {
        var unit = new Unit(transaction, caller, intent, Options, Redactor, Time.GetUtcNow());
        try
        {
            if (intent.Right is { } right)
            {
                unit.Require(right);
            }

            var value = await decide(unit, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            return new(value, null, unit.Steps);
        }
        catch (RegistryException refusal)
            when (refusal is AccessDeniedException or PolicyRefusedException or InvalidTransitionException)
        {
            await unit.RefuseAsync(refusal, cancellationToken).ConfigureAwait(false);
            return new(default, refusal, []);
        }
    }

    private void Told(Principal caller, Intent intent, RegistryException refusal)
    {
        if (refusal is AccessDeniedException)
        {
            _instruments?.CountDenial(intent.Operation);
            RegistryLog.Denied(_logger, intent.Operation, intent.Subject, Redactor.Principal(caller.Id));
        }
        else
        {
            RegistryLog.Refused(_logger, intent.Operation, intent.Subject, Redactor.Principal(caller.Id));
        }
    }
}
