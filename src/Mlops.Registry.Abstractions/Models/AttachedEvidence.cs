using Mlops.Evidence;
using Mlops.Serialization;

namespace Mlops.Registry.Models;

/// <summary>Evidence that stands behind a version.</summary>
/// <param name="Statement">What it attests; its digest is its identity.</param>
/// <param name="AttachedBy">Who attached it.</param>
/// <param name="AttachedAt">When, in UTC; freshness counts from here, or from <paramref name="MadeAt"/> if that is earlier.</param>
/// <param name="MadeAt">When the analysis was made, if it says so.</param>
/// <param name="Document">The stored document, by the digest of its bytes in the artifact store; <see langword="null"/> when only the statement was kept.</param>
/// <param name="Withdrawn">Why it no longer counts; <see langword="null"/> while it does.</param>
public sealed record AttachedEvidence(
    EvidenceStatement Statement,
    string AttachedBy,
    DateTimeOffset AttachedAt,
    DateTimeOffset? MadeAt = null,
    ContentDigest? Document = null,
    string? Withdrawn = null
)
{
    /// <summary>From when its freshness counts.</summary>
    /// <returns>The earlier of <see cref="AttachedAt"/> and <see cref="MadeAt"/>.</returns>
    public DateTimeOffset FreshSince() => MadeAt < AttachedAt ? MadeAt.Value : AttachedAt;
}
