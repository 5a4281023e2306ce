using System.Globalization;
using Mlops.Registry.Approvals;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Runs;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>Where each record is kept, and by what it is found.</summary>
internal static class Records
{
    /// <summary>Under which alias the tenures of the stage Active stand; no alias may be called so.</summary>
    public const string ActiveTenure = "#active";

    public static RecordKey Model(string name) => new(RecordKind.Model, name);

    public static RecordKey NameGuard(string name) => new(RecordKind.Setting, $"model-name:{name.ToLowerInvariant()}");

    public const string ErasureMarks = "erased:";

    public static RecordKey ErasureMark(VersionKey key) => new(RecordKind.Setting, $"{ErasureMarks}{key}");

    public static RecordKey Version(VersionKey key) => new(RecordKind.Version, key.ToString());

    public static RecordKey Alias(string model, string alias) => new(RecordKind.Alias, $"{model}@{alias}");

    public static RecordKey Run(string id) => new(RecordKind.Run, id);

    public static RecordKey RiskRegister(string model) => new(RecordKind.RiskRegister, model);

    public static RecordKey Delegation(string id) => new(RecordKind.Delegation, id);

    public static RecordKey Policy(string name, int version) =>
        new(RecordKind.Policy, string.Create(CultureInfo.InvariantCulture, $"{name}@{version}"));

    public static RecordKey AliasTenure(string model, string alias, long revision) =>
        new(RecordKind.Tenure, string.Create(CultureInfo.InvariantCulture, $"{model}@{alias}#{revision}"));

    public static RecordKey ActiveTenureOf(VersionKey key, int activation) =>
        new(RecordKind.Tenure, string.Create(CultureInfo.InvariantCulture, $"{key}#{activation}"));

    public static RecordKey Checkpoint(long size) =>
        new(RecordKind.Checkpoint, size.ToString("D19", CultureInfo.InvariantCulture));

    public static RecordKey Note(long entry) =>
        new(RecordKind.Note, entry.ToString("D19", CultureInfo.InvariantCulture));

    public static RecordIndex IndexOf(RegisteredModel model) =>
        new()
        {
            Model = model.Name,
            Author = model.Owner,
            From = model.CreatedAt,
            UpdatedAt = model.UpdatedAt,
            Tags = model.Tags,
        };

    public static RecordIndex IndexOf(ModelVersion version) =>
        new()
        {
            Model = version.Key.Model,
            Number = version.Key.Number,
            Stage = (int)version.Stage,
            Tier = version.Risk?.Tier is { } tier ? (int)tier : null,
            Author = version.Author,
            From = version.CreatedAt,
            UpdatedAt = version.UpdatedAt,
            Tags = version.Definition.Tags,
        };

    public static RecordIndex IndexOf(ModelAlias alias) =>
        new()
        {
            Model = alias.Model,
            Alias = alias.Name,
            Number = alias.Number,
            UpdatedAt = alias.MovedAt,
        };

    public static RecordIndex IndexOf(Tenure tenure) =>
        new()
        {
            Model = tenure.Version.Model,
            Number = tenure.Version.Number,
            Alias = tenure.Alias ?? ActiveTenure,
            From = tenure.From,
            To = tenure.To,
        };

    public static RecordIndex IndexOf(Run run) =>
        new()
        {
            Model = run.Model,
            Author = run.RecordedBy,
            From = run.StartedAt,
            To = run.EndedAt,
        };

    public static RecordIndex IndexOf(Delegation delegation) =>
        new()
        {
            Model = delegation.Model,
            Author = delegation.To,
            Alias = delegation.Role,
            From = delegation.Start,
            To = delegation.End,
        };

    public static RecordIndex IndexOf(GovernancePolicy policy, DateTimeOffset added) =>
        new()
        {
            Alias = policy.Name,
            Number = policy.Version,
            From = added,
        };

    public static RecordIndex IndexOfRiskRegister(string model) => new() { Model = model };

    public static RecordIndex IndexOfCheckpoint(long size, DateTimeOffset signed) =>
        new() { Number = (int)Math.Min(size, int.MaxValue), From = signed };

    public static RecordIndex IndexOfNote(string? model, VersionKey? version) =>
        new() { Model = version?.Model ?? model, Number = version?.Number };

    public static async ValueTask<(T Value, long Revision)> GetAsync<T>(
        IRegistryReader reader,
        RecordKey key,
        string what,
        CancellationToken cancellationToken
    )
    {
        var record =
            await reader.GetAsync(key, cancellationToken).ConfigureAwait(false)
            ?? throw new RegistryNotFoundException($"There is no {what}.");
        return (RegistryJson.Deserialize<T>(record.Payload.Span), record.Revision);
    }

    public static async ValueTask<(T? Value, long Revision)> FindAsync<T>(
        IRegistryReader reader,
        RecordKey key,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var record = await reader.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return record is null ? (null, 0) : (RegistryJson.Deserialize<T>(record.Payload.Span), record.Revision);
    }

    public static async ValueTask<RegisteredModel> ModelAsync(
        IRegistryReader reader,
        string name,
        CancellationToken cancellationToken
    )
    {
        RegistryName.ThrowIfNotModel(name);
        var (model, revision) = await GetAsync<RegisteredModel>(
                reader,
                Model(name),
                $"model '{name}'",
                cancellationToken
            )
            .ConfigureAwait(false);
        return model with { Revision = revision };
    }

    public static async ValueTask<ModelVersion> VersionAsync(
        IRegistryReader reader,
        VersionKey key,
        CancellationToken cancellationToken
    )
    {
        var (version, revision) = await GetAsync<ModelVersion>(
                reader,
                Version(key),
                $"version {key}",
                cancellationToken
            )
            .ConfigureAwait(false);
        return version with { Revision = revision };
    }

    public static ModelVersion VersionOf(StoredRecord record) =>
        RegistryJson.Deserialize<ModelVersion>(record.Payload.Span) with
        {
            Revision = record.Revision,
        };
}
