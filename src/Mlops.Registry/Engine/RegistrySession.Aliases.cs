using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public Task<ModelAlias> MoveAliasAsync(
        string model,
        string alias,
        int number,
        long expectedRevision,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        var version = new VersionKey(model, number);
        RegistryName.ThrowIfNotAlias(alias);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedRevision);
        ThrowIfNoReason(reason);
        return ChangeAsync(
            new Intent("move-alias", AuditAction.AliasMoved, RegistryRight.MoveAlias, Version: version, Reason: reason),
            async (unit, token) =>
            {
                var target = await Records.VersionAsync(unit.Reader, version, token).ConfigureAwait(false);
                return await Aliases
                    .MoveAsync(unit, engine.Options, target, alias, expectedRevision, token)
                    .ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task RemoveAliasAsync(
        string model,
        string alias,
        long expectedRevision,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        RegistryName.ThrowIfNotModel(model);
        RegistryName.ThrowIfNotAlias(alias);
        ThrowIfNoReason(reason);
        return ChangeAsync(
            new Intent("remove-alias", AuditAction.AliasMoved, RegistryRight.MoveAlias, model, Reason: reason),
            async (unit, token) =>
            {
                await Aliases.RemoveAsync(unit, model, alias, expectedRevision, token).ConfigureAwait(false);
                return 0;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelAlias> GetAliasAsync(string model, string alias, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "get-alias",
            model,
            null,
            (reader, token) => AliasAsync(reader, model, alias, token),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ModelAlias?> FindAliasAsync(string model, string alias, CancellationToken cancellationToken = default)
    {
        RegistryName.ThrowIfNotAlias(alias);
        return ReadAsync(
            "find-alias",
            model,
            null,
            async (reader, token) =>
            {
                _ = await Records.ModelAsync(reader, model, token).ConfigureAwait(false);
                var (found, revision) = await Records
                    .FindAsync<ModelAlias>(reader, Records.Alias(model, alias), token)
                    .ConfigureAwait(false);
                return found is { Number: > 0 } ? found with { Revision = revision } : null;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ModelAlias>> ListAliasesAsync(
        string model,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync<IReadOnlyList<ModelAlias>>(
            "list-aliases",
            model,
            null,
            async (reader, token) =>
            {
                _ = await Records.ModelAsync(reader, model, token).ConfigureAwait(false);
                var page = await reader
                    .QueryAsync(new RecordQuery(RecordKind.Alias) { Model = model, Limit = 1000 }, token)
                    .ConfigureAwait(false);
                return
                [
                    .. page
                        .Records.Select(record =>
                            RegistryJson.Deserialize<ModelAlias>(record.Payload.Span) with
                            {
                                Revision = record.Revision,
                            }
                        )
                        .Where(alias => alias.Number > 0),
                ];
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ModelVersion> GetByAliasAsync(
        string model,
        string alias,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync(
            "get-by-alias",
            model,
            null,
            async (reader, token) =>
            {
                var found = await AliasAsync(reader, model, alias, token).ConfigureAwait(false);
                return await Records
                    .VersionAsync(reader, new VersionKey(model, found.Number), token)
                    .ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<Tenure>> WhatWasLiveAsync(
        string model,
        DateTimeOffset at,
        string? alias = null,
        CancellationToken cancellationToken = default
    )
    {
        if (alias is not null)
        {
            RegistryName.ThrowIfNotAlias(alias);
        }

        return ReadAsync<IReadOnlyList<Tenure>>(
            "what-was-live",
            model,
            null,
            async (reader, token) =>
            {
                _ = await Records.ModelAsync(reader, model, token).ConfigureAwait(false);
                var page = await reader
                    .QueryAsync(
                        new RecordQuery(RecordKind.Tenure)
                        {
                            Model = model,
                            Alias = alias ?? Records.ActiveTenure,
                            At = at.ToUniversalTime(),
                            Order = RecordOrder.FromDescending,
                            // An alias points to one version at a time; the latest begun is found at once.
                            Limit = alias is null ? 1000 : 1,
                        },
                        token
                    )
                    .ConfigureAwait(false);
                return [.. page.Records.Select(record => RegistryJson.Deserialize<Tenure>(record.Payload.Span))];
            },
            cancellationToken
        );
    }

    private static async ValueTask<ModelAlias> AliasAsync(
        IRegistryReader reader,
        string model,
        string alias,
        CancellationToken cancellationToken
    )
    {
        RegistryName.ThrowIfNotAlias(alias);
        _ = await Records.ModelAsync(reader, model, cancellationToken).ConfigureAwait(false);
        var (found, revision) = await Records
            .FindAsync<ModelAlias>(reader, Records.Alias(model, alias), cancellationToken)
            .ConfigureAwait(false);
        return found is { Number: > 0 }
            ? found with
            {
                Revision = revision,
            }
            : throw new RegistryNotFoundException($"Model '{model}' has no alias '{alias}'.");
    }
}
