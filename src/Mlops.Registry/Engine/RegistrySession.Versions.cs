using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Runs;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public Task<ModelVersion> RegisterAsync(
        VersionRegistration registration,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(registration);
        RegistryName.ThrowIfNotModel(registration.Model);
        return ChangeAsync(
            new Intent(
                "register",
                AuditAction.VersionRegistered,
                RegistryRight.Register,
                registration.Model,
                Reason: registration.Reason
            ),
            async (unit, token) =>
            {
                var model = await Records.ModelAsync(unit.Reader, registration.Model, token).ConfigureAwait(false);
                var key = new VersionKey(model.Name, model.VersionCount + 1);
                await ThrowIfUnknownAsync(unit, key, registration.Definition, token).ConfigureAwait(false);
                var version = new ModelVersion
                {
                    Key = key,
                    Definition = registration.Definition,
                    DefinitionDigest = RegistryJson.DigestOf(registration.Definition),
                    Stage = registration.AsDraft ? Stage.Draft : Stage.Registered,
                    Author = Caller.Id,
                    CreatedAt = unit.Now,
                    UpdatedAt = unit.Now,
                    Contributors = [.. registration.Contributors.Distinct(StringComparer.Ordinal)],
                    Retroactive = Retroactivity.Of(registration, unit.Now),
                };
                unit.Version = key;
                unit.Detail("definition", version.DefinitionDigest.ToString());
                PutModel(unit, model with { VersionCount = key.Number });
                if (version.Retroactive is { } retroactive)
                {
                    var tenure = new Tenure(key, null, retroactive.LiveSince, null, unit.Index, null, Asserted: true);
                    unit.Put(Records.ActiveTenureOf(key, 0), 0, tenure, Records.IndexOf(tenure));
                    unit.Detail("live-since", retroactive.LiveSince.ToString("O"));
                    unit.Detail("gaps", string.Join(", ", retroactive.Gaps.Select(gap => gap.Code)));
                }

                return PutVersion(unit, version);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> ChangeDraftAsync(
        VersionKey version,
        VersionDefinition definition,
        long expectedRevision,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        return ChangeVersionAsync(
            new Intent("change-draft", AuditAction.DraftChanged, RegistryRight.Register, Version: version),
            async (unit, draft, token) =>
            {
                if (draft.Stage != Stage.Draft)
                {
                    throw new InvalidTransitionException(
                        $"{version} is {draft.Stage}: its definition is fixed. Register a new version instead."
                    );
                }

                await ThrowIfUnknownAsync(unit, version, definition, token).ConfigureAwait(false);
                var digest = RegistryJson.DigestOf(definition);
                unit.Detail("definition", digest.ToString());
                return draft with
                {
                    Definition = definition,
                    DefinitionDigest = digest,
                    Contributors =
                        Caller.Id == draft.Author || draft.Contributors.Contains(Caller.Id)
                            ? draft.Contributors
                            : [.. draft.Contributors, Caller.Id],
                };
            },
            cancellationToken,
            expectedRevision
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> GetVersionAsync(VersionKey version, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "get-version",
            null,
            version,
            (reader, token) => Records.VersionAsync(reader, version, token),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ModelVersion> GetLatestAsync(string model, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "get-latest",
            model,
            null,
            async (reader, token) =>
            {
                var record = await Records.ModelAsync(reader, model, token).ConfigureAwait(false);
                return record.VersionCount > 0
                    ? await Records
                        .VersionAsync(reader, new VersionKey(model, record.VersionCount), token)
                        .ConfigureAwait(false)
                    : throw new RegistryNotFoundException($"Model '{model}' has no version yet.");
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Page<ModelVersion>> SearchVersionsAsync(
        VersionFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new RecordQuery(RecordKind.Version)
        {
            Model = filter.Model,
            Stages = [.. filter.Stages.Select(stage => (int)stage)],
            Tiers = [.. filter.Tiers.Select(tier => (int)tier)],
            Author = filter.Author,
            Tags = filter.Tags,
            FromAtLeast = filter.CreatedFrom,
            FromBefore = filter.CreatedBefore,
            UpdatedAtLeast = filter.UpdatedFrom,
            Order = filter.Order switch
            {
                VersionOrder.Created => RecordOrder.FromDescending,
                VersionOrder.Number => RecordOrder.NumberDescending,
                _ => RecordOrder.UpdatedDescending,
            },
            Limit = filter.Limit,
            After = filter.After,
        };
        return SearchAsync("search-versions", filter.Model, query, Records.VersionOf, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Run> RecordRunAsync(Run run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        RunRules.ThrowIfInvalid(run);
        return ChangeAsync(
            new Intent("record-run", AuditAction.RunRecorded, RegistryRight.Register, run.Model),
            async (unit, token) =>
            {
                _ = await Records.ModelAsync(unit.Reader, run.Model, token).ConfigureAwait(false);
                var (existing, _) = await unit.FindAsync<Run>(Records.Run(run.Id), token).ConfigureAwait(false);
                if (existing is not null)
                {
                    throw new RegistryConflictException(
                        $"There is a run '{run.Id}' of model '{existing.Model}' already; runs never change."
                    );
                }

                var recorded = run with { RecordedBy = Caller.Id };
                unit.Detail("run", run.Id);
                unit.Put(Records.Run(run.Id), 0, recorded, Records.IndexOf(recorded));
                return recorded with { Revision = 1 };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<Run> GetRunAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return ReadAsync(
            "get-run",
            null,
            null,
            async (reader, token) =>
            {
                var (run, revision) = await Records
                    .GetAsync<Run>(reader, Records.Run(id), $"run '{id}'", token)
                    .ConfigureAwait(false);
                return run with { Revision = revision };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<Page<Run>> ListRunsAsync(
        string model,
        int limit = 50,
        string? after = null,
        CancellationToken cancellationToken = default
    ) =>
        SearchAsync(
            "list-runs",
            model,
            new RecordQuery(RecordKind.Run)
            {
                Model = model,
                Order = RecordOrder.FromDescending,
                Limit = limit,
                After = after,
            },
            record => RegistryJson.Deserialize<Run>(record.Payload.Span) with { Revision = record.Revision },
            cancellationToken
        );

    // What a definition names must be there: a lineage that leads nowhere proves nothing.
    private static async ValueTask ThrowIfUnknownAsync(
        Unit unit,
        VersionKey key,
        VersionDefinition definition,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Run is { } run)
        {
            var (found, _) = await unit.FindAsync<Run>(Records.Run(run), cancellationToken).ConfigureAwait(false);
            if (found is null)
            {
                throw new RegistryNotFoundException($"There is no run '{run}'; record it before {key} names it.");
            }
        }

        if (definition.Lineage.Parent is { } parent)
        {
            _ = await Records.VersionAsync(unit.Reader, parent, cancellationToken).ConfigureAwait(false);
        }
    }
}
