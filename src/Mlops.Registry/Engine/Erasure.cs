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
            // Not the words of the hold: the log can't forget them.
            var holds = decision.Holds.Select(hold => $"'{hold.Matter}', placed by {hold.PlacedBy}").ToList();
            var why = holds.Count == 0 ? decision.Reason : $"It is under legal hold: {string.Join("; ", holds)}.";
            var rule = new RuleResult("retention", RuleMode.Enforce, RuleOutcome.NotMet, why, []);
            throw new PolicyRefusedException(
                new PolicyDecision("retention", "any", [rule]),
                $"{version.Key} can't be erased. {why}"
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
        var erased = await ErasedAsync(reader, cancellationToken).ConfigureAwait(false);
        string? after = null;
        do
        {
            var page = await reader
                .QueryAsync(new RecordQuery(RecordKind.Version) { Limit = 1000, After = after }, cancellationToken)
                .ConfigureAwait(false);
            digests.UnionWith(
                page.Records.Select(Records.VersionOf)
                    .Where(other => other.Key != version.Key && !erased.Contains(Records.ErasureMark(other.Key).Id))
                    .SelectMany(DigestsOf)
            );
            after = page.Next;
        } while (after is not null);

        return digests;
    }

    /// <summary>Notes that a version is erased, so that it keeps no file of others any more.</summary>
    public static async ValueTask MarkAsync(Unit unit, VersionKey version, CancellationToken cancellationToken)
    {
        var mark = Records.ErasureMark(version);
        var before = await unit.Reader.GetAsync(mark, cancellationToken).ConfigureAwait(false);
        unit.Put(mark, before?.Revision ?? 0, unit.Now.ToString("O"), RecordIndex.None);
    }

    private static async ValueTask<HashSet<string>> ErasedAsync(
        IRegistryReader reader,
        CancellationToken cancellationToken
    )
    {
        var erased = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await reader
                .QueryAsync(
                    new RecordQuery(RecordKind.Setting)
                    {
                        IdPrefix = Records.ErasureMarks,
                        Limit = 1000,
                        After = after,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            erased.UnionWith(page.Records.Select(record => record.Key.Id));
            after = page.Next;
        } while (after is not null);

        return erased;
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
    public static ModelVersion Emptied(ModelVersion version)
    {
        var emptied = FactRules.WithoutTexts(version);
        return emptied with { Evidence = [.. emptied.Evidence.Select(evidence => evidence with { Document = null })] };
    }
}
