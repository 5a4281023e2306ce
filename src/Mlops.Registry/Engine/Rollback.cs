using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>From which version a rollback goes, and to which it may.</summary>
internal static class Rollback
{
    /// <summary>The active version that is to be left.</summary>
    public static async ValueTask<ModelVersion> CurrentAsync(
        IRegistryReader reader,
        string model,
        RollbackRequest request,
        CancellationToken cancellationToken
    )
    {
        _ = await Records.ModelAsync(reader, model, cancellationToken).ConfigureAwait(false);
        var active = await Tenures.ActiveAsync(reader, model, cancellationToken).ConfigureAwait(false);
        if (request.FromNumber is { } number)
        {
            var named = await Records
                .VersionAsync(reader, new VersionKey(model, number), cancellationToken)
                .ConfigureAwait(false);
            if (named.Stage == Stage.Suspended && active.Count > 0)
            {
                throw new InvalidTransitionException(
                    $"{named.Key} is suspended, and {string.Join(", ", active.OrderByDescending(version => version.Key.Number).Select(version => version.Key))} is active: nothing has to take its place. Retire it, or ask for a review."
                );
            }

            return named.Stage is Stage.Active or Stage.Suspended
                ? named
                : throw new InvalidTransitionException(
                    $"{named.Key} is {named.Stage}, neither active nor suspended: there is nothing to roll back."
                );
        }

        return active.Count switch
        {
            1 => active[0],
            0 => throw new InvalidTransitionException(
                $"No version of '{model}' is active: there is nothing to roll back. A suspended version is left by its number."
            ),
            _ => throw new InvalidTransitionException(
                $"Several versions of '{model}' are active ({string.Join(", ", active.OrderByDescending(version => version.Key.Number).Select(version => version.Key))}): say which one is to be left."
            ),
        };
    }

    /// <summary>The versions that were active before and made way, the last one first.</summary>
    public static async ValueTask<IReadOnlyList<ModelVersion>> CandidatesAsync(
        IRegistryReader reader,
        string model,
        CancellationToken cancellationToken
    )
    {
        var tenures = new List<Tenure>();
        string? after = null;
        do
        {
            var page = await reader
                .QueryAsync(
                    new RecordQuery(RecordKind.Tenure)
                    {
                        Model = model,
                        Alias = Records.ActiveTenure,
                        Order = RecordOrder.FromDescending,
                        Limit = 1000,
                        After = after,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            tenures.AddRange(page.Records.Select(record => RegistryJson.Deserialize<Tenure>(record.Payload.Span)));
            after = page.Next;
        } while (after is not null);

        var candidates = new List<ModelVersion>();
        foreach (
            var key in tenures
                .Where(tenure => !tenure.Asserted)
                .OrderByDescending(tenure => tenure.FromEntry)
                .Select(tenure => tenure.Version)
                .Distinct()
        )
        {
            var version = await Records.VersionAsync(reader, key, cancellationToken).ConfigureAwait(false);
            if (version.Stage == Stage.Superseded)
            {
                candidates.Add(version);
            }
        }

        return candidates;
    }

    /// <summary>Why a version can't be rolled back to: its approval no longer stands, or its files are not what they were.</summary>
    /// <remarks>Stale evidence is no reason: in an emergency the last approved version is better than none. It stands in the entry as a warning.</remarks>
    public static string? ReasonAgainst(PolicyDecision decision, PolicyFacts facts)
    {
        if (facts.ArtifactsVerified == false)
        {
            return "its stored artifacts do not match their digests.";
        }

        if (facts.Version.Risk is { IsRefused: true })
        {
            return "its use is prohibited, as its risk assessment says.";
        }

        var unmet = decision
            .Unmet(RuleMode.Enforce)
            .Where(rule =>
                rule.Rule.StartsWith("approvals", StringComparison.Ordinal)
                || rule.Rule.StartsWith("separation", StringComparison.Ordinal)
            )
            .Select(rule => rule.Message)
            .ToList();
        return unmet.Count == 0 ? null : string.Join(" ", unmet);
    }
}
