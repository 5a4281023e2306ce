using Mlops.Evidence;

namespace Mlops.Registry.Models;

/// <summary>Evidence to be attached to a version.</summary>
/// <param name="Statement">What it attests.</param>
public sealed record EvidenceAttachment(EvidenceStatement Statement)
{
    /// <summary>When the analysis was made; freshness counts from there when it is earlier than the attachment.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The document itself, to be kept: the bytes of its envelope. Its digest must be the statement's.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }
}
