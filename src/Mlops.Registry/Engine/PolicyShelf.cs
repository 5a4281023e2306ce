using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>The policies that are stored, and the one that is there without being stored.</summary>
internal static class PolicyShelf
{
    /// <summary>The policy of models that name none.</summary>
    public const string DefaultName = "default";

    /// <summary>The latest version of a policy.</summary>
    public static async ValueTask<GovernancePolicy> LatestAsync(
        IRegistryReader reader,
        string name,
        CancellationToken cancellationToken
    )
    {
        var page = await reader
            .QueryAsync(
                new RecordQuery(RecordKind.Policy)
                {
                    Alias = name,
                    Order = RecordOrder.NumberDescending,
                    Limit = 1,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (page.Records is [var record])
        {
            return RegistryJson.Deserialize<GovernancePolicy>(record.Payload.Span);
        }

        return name == DefaultName
            ? GovernancePolicy.Default
            : throw new RegistryNotFoundException($"There is no policy '{name}'; add it before a model names it.");
    }

    /// <summary>One version of a policy.</summary>
    public static async ValueTask<GovernancePolicy> GetAsync(
        IRegistryReader reader,
        string name,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (name == DefaultName && version == 0)
        {
            return GovernancePolicy.Default;
        }

        var (policy, _) = await Records
            .GetAsync<GovernancePolicy>(
                reader,
                Records.Policy(name, version),
                FormattableString.Invariant($"version {version} of policy '{name}'"),
                cancellationToken
            )
            .ConfigureAwait(false);
        return policy;
    }

    /// <summary>The policy that judges a model's versions.</summary>
    public static async ValueTask<GovernancePolicy> OfModelAsync(
        IRegistryReader reader,
        string model,
        CancellationToken cancellationToken
    )
    {
        var record = await Records.ModelAsync(reader, model, cancellationToken).ConfigureAwait(false);
        return await LatestAsync(reader, record.Policy, cancellationToken).ConfigureAwait(false);
    }
}
