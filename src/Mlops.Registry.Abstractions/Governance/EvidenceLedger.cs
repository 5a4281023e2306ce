using Mlops.Registry.Models;
using Mlops.Serialization;

namespace Mlops.Registry.Governance;

/// <summary>Which of a version's evidence counts: of each kind the latest that is not withdrawn.</summary>
internal static class EvidenceLedger
{
    /// <summary>The latest of each kind that a pattern names, by kind; of all, or of what speaks about the version.</summary>
    internal static IReadOnlyList<AttachedEvidence> Latest(
        ModelVersion version,
        string? pattern = null,
        bool boundOnly = false
    )
    {
        var latest = new SortedDictionary<string, AttachedEvidence>(StringComparer.Ordinal);
        foreach (var item in version.Evidence)
        {
            var kind = item.Statement.Kind;
            if (
                item.Withdrawn is null
                && (pattern is null || EvidenceKinds.Matches(pattern, kind))
                && (!boundOnly || IsBound(item, version))
                // Of two made at one time the one attached later stands.
                && (!latest.TryGetValue(kind, out var other) || item.FreshSince() >= other.FreshSince())
            )
            {
                latest[kind] = item;
            }
        }

        return [.. latest.Values];
    }

    /// <summary>Whether its subjects name the version by digest: a data set, the root of its artifacts, or its definition.</summary>
    internal static bool IsBound(AttachedEvidence evidence, ModelVersion version)
    {
        var digests = new HashSet<ContentDigest>(version.Definition.Lineage.DataSets.Select(dataSet => dataSet.Digest))
        {
            version.DefinitionDigest,
        };
        if (version.Definition.Artifacts.Files.Count > 0)
        {
            digests.Add(version.Definition.Artifacts.Root);
        }

        return evidence.Statement.Subjects.Any(subject => digests.Contains(subject.Digest));
    }

    /// <summary>A time later by a duration, or the last one there is.</summary>
    internal static DateTimeOffset After(DateTimeOffset time, TimeSpan duration) =>
        DateTimeOffset.MaxValue - time < duration ? DateTimeOffset.MaxValue : time + duration;
}
