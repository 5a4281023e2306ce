using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>The registry as one caller sees it.</summary>
internal sealed partial class RegistrySession(RegistryEngine engine, Principal caller) : IModelRegistry
{
    /// <inheritdoc/>
    public Principal Caller { get; } = caller;

    private Task<T> ChangeAsync<T>(
        Intent intent,
        Func<Unit, CancellationToken, ValueTask<T>> decide,
        CancellationToken cancellationToken
    ) => engine.ChangeAsync(Caller, intent, decide, cancellationToken);

    private Task<T> ReadAsync<T>(
        string operation,
        string? model,
        VersionKey? version,
        Func<IRegistryReader, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken,
        RegistryRight right = RegistryRight.Read
    ) =>
        engine.ReadAsync(
            Caller,
            new Intent(operation, AuditAction.Read, right, model ?? version?.Model, version),
            read,
            cancellationToken
        );

    /// <summary>Reads a version, lets it be changed, and writes it.</summary>
    private Task<ModelVersion> ChangeVersionAsync(
        Intent intent,
        Func<Unit, ModelVersion, CancellationToken, ValueTask<ModelVersion>> change,
        CancellationToken cancellationToken,
        long? expectedRevision = null
    ) =>
        ChangeAsync(
            intent,
            async (unit, token) =>
            {
                var version = await VersionAsync(unit, intent.Version!.Value, expectedRevision, token)
                    .ConfigureAwait(false);
                return PutVersion(unit, await change(unit, version, token).ConfigureAwait(false));
            },
            cancellationToken
        );

    private static async ValueTask<ModelVersion> VersionAsync(
        Unit unit,
        VersionKey key,
        long? expectedRevision,
        CancellationToken cancellationToken
    )
    {
        var version = await Records.VersionAsync(unit.Reader, key, cancellationToken).ConfigureAwait(false);
        return expectedRevision is not { } expected || expected == version.Revision
            ? version
            : throw await ChangedAsync(
                    unit,
                    Records.Version(key),
                    key.ToString(),
                    (version.Revision, expected, version.UpdatedAt),
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    private static ModelVersion PutVersion(Unit unit, ModelVersion version)
    {
        var changed = version with { UpdatedAt = unit.Now };
        unit.Put(Records.Version(changed.Key), changed.Revision, changed, Records.IndexOf(changed));
        return changed with { Revision = changed.Revision + 1 };
    }

    // Who was quicker stands in the log alone: the last entry that changed the record.
    private static async ValueTask<RegistryConflictException> ChangedAsync(
        Unit unit,
        RecordKey key,
        string what,
        (long Revision, long Expected, DateTimeOffset At) state,
        CancellationToken cancellationToken
    )
    {
        var model = key.Id.Split('@')[0];
        var entries = await unit.Reader.ReadSubjectAsync(model, null, 200, cancellationToken).ConfigureAwait(false);
        var last = entries
            .Select(entry => RegistryJson.Deserialize<AuditEntry>(entry.Bytes.Span))
            .FirstOrDefault(entry => entry.Changes.Any(change => change.Kind == key.Kind && change.Id == key.Id));
        var by = last?.Principal;
        return new RegistryConflictException(
            FormattableString.Invariant(
                $"{what} is at revision {state.Revision}, and revision {state.Expected} was expected: {by ?? "somebody"} changed it at {state.At:u}. Read it again and decide anew."
            ),
            by!,
            state.At,
            state.Revision
        );
    }

    private static void ThrowIfNoReason(string reason) =>
        ArgumentException.ThrowIfNullOrWhiteSpace(reason, nameof(reason));
}
