using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Retention;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

/// <summary>What is erased of a version at the end of its retention: files, documents and texts; never the log.</summary>
internal static class Erasure
{
    /// <summary>Throws while something keeps the version.</summary>
    public static void ThrowIfKept(ModelVersion version, DateTimeOffset now)
    {
        if (version.Stage != Stage.Retired)
        {
            throw new InvalidTransitionException($"{version.Key} is {version.Stage}: only what is retired is erased.");
        }

        var decision = (version.Retention ?? new RetentionState()).CanDispose(now);
        if (!decision.CanDispose)
        {
            var rule = new RuleResult("retention", RuleMode.Enforce, RuleOutcome.NotMet, decision.Reason, []);
            throw new PolicyRefusedException(
                new PolicyDecision("retention", "any", [rule]),
                $"{version.Key} can't be erased. {decision.Reason}"
            );
        }
    }

    /// <summary>The stored contents that a version rests on.</summary>
    public static IEnumerable<ContentDigest> DigestsOf(ModelVersion version) =>
        version
            .Definition.Artifacts.Files.Select(file => file.Digest)
            .Concat(
                version
                    .Evidence.Where(evidence => evidence.Document is not null)
                    .Select(evidence => evidence.Document!.Value)
            )
            .Distinct();

    /// <summary>The stored contents that any other version rests on.</summary>
    public static async ValueTask<IReadOnlySet<ContentDigest>> DigestsOfOthersAsync(
        IRegistryReader reader,
        ModelVersion version,
        CancellationToken cancellationToken
    )
    {
        var digests = new HashSet<ContentDigest>();
        string? after = null;
        do
        {
            var page = await reader
                .QueryAsync(new RecordQuery(RecordKind.Version) { Limit = 1000, After = after }, cancellationToken)
                .ConfigureAwait(false);
            digests.UnionWith(
                page.Records.Select(Records.VersionOf).Where(other => other.Key != version.Key).SelectMany(DigestsOf)
            );
            after = page.Next;
        } while (after is not null);

        return digests;
    }

    /// <summary>Deletes the texts that the log holds as digests alone.</summary>
    public static async ValueTask DeleteTextsAsync(Unit unit, ModelVersion version, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await unit
                .Reader.QueryAsync(
                    new RecordQuery(RecordKind.Note)
                    {
                        Model = version.Key.Model,
                        NumberFrom = version.Key.Number,
                        NumberTo = version.Key.Number,
                        Limit = 1000,
                        After = after,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var record in page.Records)
            {
                unit.Delete(record.Key, record.Revision);
            }

            after = page.Next;
        } while (after is not null);
    }

    /// <summary>The version without what people wrote, and without the documents that are gone.</summary>
    public static ModelVersion Emptied(ModelVersion version) =>
        FactRules.WithoutTexts(version) with
        {
            Evidence = [.. version.Evidence.Select(evidence => evidence with { Document = null })],
        };
}
