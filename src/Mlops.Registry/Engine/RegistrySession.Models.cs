using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public Task<RegisteredModel> CreateModelAsync(
        ModelRegistration registration,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(registration);
        RegistryName.ThrowIfNotModel(registration.Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(registration.IntendedUse);
        return ChangeAsync(
            new Intent("create-model", AuditAction.ModelCreated, RegistryRight.ManageModels, registration.Name),
            async (unit, token) =>
            {
                var guard = Records.NameGuard(registration.Name);
                var taken = await unit.Reader.GetAsync(guard, token).ConfigureAwait(false);
                if (taken is not null)
                {
                    throw new RegistryConflictException(
                        $"There is a model '{RegistryJson.Deserialize<string>(taken.Payload.Span)}' already; names that differ in case alone are not given twice."
                    );
                }

                if (registration.Policy != PolicyShelf.DefaultName)
                {
                    unit.Require(RegistryRight.ManagePolicy);
                }

                _ = await PolicyShelf.LatestAsync(unit.Reader, registration.Policy, token).ConfigureAwait(false);
                var model = new RegisteredModel
                {
                    Name = registration.Name,
                    IntendedUse = registration.IntendedUse,
                    Owner = registration.Owner ?? Caller.Id,
                    CreatedBy = Caller.Id,
                    CreatedAt = unit.Now,
                    UpdatedAt = unit.Now,
                    Description = registration.Description,
                    Policy = registration.Policy,
                    Tags = registration.Tags,
                };
                unit.Put(guard, 0, registration.Name, RecordIndex.None);
                unit.Put(Records.Model(model.Name), 0, model, Records.IndexOf(model));
                return model with { Revision = 1 };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<RegisteredModel> ChangeModelAsync(
        string model,
        ModelChange change,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        ThrowIfBlank(change.IntendedUse, nameof(change.IntendedUse));
        ThrowIfBlank(change.Owner, nameof(change.Owner));
        return ChangeAsync(
            new Intent(
                "change-model",
                AuditAction.ModelChanged,
                // Who keeps policies need not be who keeps descriptions: each part takes its own right.
                PolicyAlone(change) ? RegistryRight.ManagePolicy : RegistryRight.ManageModels,
                model,
                Reason: change.Reason
            ),
            async (unit, token) =>
            {
                var record = await Records.ModelAsync(unit.Reader, model, token).ConfigureAwait(false);
                if (change.ExpectedRevision is { } expected && expected != record.Revision)
                {
                    throw await ChangedAsync(
                            unit,
                            Records.Model(model),
                            $"Model '{model}'",
                            (record.Revision, expected, record.UpdatedAt),
                            token
                        )
                        .ConfigureAwait(false);
                }

                if (change.Policy is { } policy && policy != record.Policy)
                {
                    unit.Require(RegistryRight.ManagePolicy);
                    _ = await PolicyShelf.LatestAsync(unit.Reader, policy, token).ConfigureAwait(false);
                    unit.Detail("policy", policy);
                }

                return PutModel(
                    unit,
                    record with
                    {
                        IntendedUse = change.IntendedUse ?? record.IntendedUse,
                        Owner = change.Owner ?? record.Owner,
                        Description = change.Description ?? record.Description,
                        Policy = change.Policy ?? record.Policy,
                        Tags = change.Tags ?? record.Tags,
                    }
                );
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<RegisteredModel> GetModelAsync(string model, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "get-model",
            model,
            null,
            (reader, token) => Records.ModelAsync(reader, model, token),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Page<RegisteredModel>> SearchModelsAsync(
        ModelFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new RecordQuery(RecordKind.Model)
        {
            IdPrefix = filter.NamePrefix,
            Author = filter.Owner,
            Tags = filter.Tags,
            Limit = filter.Limit,
            After = filter.After,
        };
        return SearchAsync(
            "search-models",
            null,
            query,
            record =>
                RegistryJson.Deserialize<RegisteredModel>(record.Payload.Span) with
                {
                    Revision = record.Revision,
                },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task SetRiskRegisterAsync(
        string model,
        RiskRegister register,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(register);
        ThrowIfNoReason(reason);
        return ChangeAsync(
            new Intent(
                "set-risk-register",
                AuditAction.RiskRegisterChanged,
                RegistryRight.AssessRisk,
                model,
                Reason: reason
            ),
            async (unit, token) =>
            {
                _ = await Records.ModelAsync(unit.Reader, model, token).ConfigureAwait(false);
                var key = Records.RiskRegister(model);
                var (_, revision) = await unit.FindAsync<RiskRegister>(key, token).ConfigureAwait(false);
                unit.Put(key, revision, register, Records.IndexOfRiskRegister(model));
                return 0;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<RiskRegister?> GetRiskRegisterAsync(string model, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "get-risk-register",
            model,
            null,
            async (reader, token) =>
            {
                _ = await Records.ModelAsync(reader, model, token).ConfigureAwait(false);
                var (register, _) = await Records
                    .FindAsync<RiskRegister>(reader, Records.RiskRegister(model), token)
                    .ConfigureAwait(false);
                return register;
            },
            cancellationToken
        );

    private static void ThrowIfBlank(string? text, string name)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{name} is empty; leave it out to keep what is there.", name);
        }
    }

    private static bool PolicyAlone(ModelChange change) =>
        change is { Policy: not null, IntendedUse: null, Owner: null, Description: null, Tags: null };

    private static RegisteredModel PutModel(Unit unit, RegisteredModel model)
    {
        var changed = model with { UpdatedAt = unit.Now };
        unit.Put(Records.Model(changed.Name), changed.Revision, changed, Records.IndexOf(changed));
        return changed with { Revision = changed.Revision + 1 };
    }

    private Task<Page<T>> SearchAsync<T>(
        string operation,
        string? model,
        RecordQuery query,
        Func<StoredRecord, T> read,
        CancellationToken cancellationToken
    )
    {
        if (query.Limit is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "A page has 1 to 1000 items.");
        }

        return ReadAsync(
            operation,
            model,
            null,
            async (reader, token) =>
            {
                var page = await reader.QueryAsync(query, token).ConfigureAwait(false);
                return new Page<T>([.. page.Records.Select(read)], page.Next);
            },
            cancellationToken
        );
    }
}
