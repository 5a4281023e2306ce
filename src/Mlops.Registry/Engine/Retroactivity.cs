using Mlops.Registry.Models;

namespace Mlops.Registry.Engine;

/// <summary>What a version that was registered after the fact is missing.</summary>
internal static class Retroactivity
{
    public static RetroactiveRegistration? Of(VersionRegistration registration, DateTimeOffset now)
    {
        if (registration.LiveSince is not { } since)
        {
            return null;
        }

        if (since > now)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"It can't have been live since {since:u}: now is {now:u}."),
                nameof(registration)
            );
        }

        if (registration.AsDraft)
        {
            throw new ArgumentException(
                "What has been live is no draft: register it after the fact as it was, or make a draft of what is to come.",
                nameof(registration)
            );
        }

        if (string.IsNullOrWhiteSpace(registration.Reason))
        {
            throw new ArgumentException(
                "A registration after the fact needs a reason: why was it not registered in time?",
                nameof(registration)
            );
        }

        return new RetroactiveRegistration(
            since.ToUniversalTime(),
            registration.Reason,
            [.. Gaps(registration.Definition)]
        );
    }

    private static IEnumerable<RegistrationGap> Gaps(VersionDefinition definition)
    {
        if (definition.Artifacts.Files.Count == 0)
        {
            yield return new(
                "artifacts",
                "The files in use are not known by digest: register a new version with them."
            );
        }

        if (definition.Signature is null)
        {
            yield return new("signature", "Inputs and outputs are not described.");
        }

        if (!definition.Lineage.DataSets.Any(data => data.Role == "training"))
        {
            yield return new("training-data", "The data it was trained on are not named by digest.");
        }

        if (definition.Lineage.Code is null)
        {
            yield return new("code", "The code that made it is not named.");
        }

        if (definition.Run is null)
        {
            yield return new("run", "The run that made it was not recorded.");
        }

        yield return new("risk", "Its risk had not been assessed when it went into use: assess it.");
        yield return new("evidence", "No evidence stood behind it when it went into use: attach what there is.");
        yield return new("approval", "Nobody had approved it here when it went into use: ask for a review.");
    }
}
