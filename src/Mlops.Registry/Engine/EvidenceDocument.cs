using Mlops.Evidence;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

/// <summary>The document behind a statement: kept only if it is the one that the statement speaks of.</summary>
internal static class EvidenceDocument
{
    /// <summary>Checks a document, and keeps it by the digest of its bytes.</summary>
    public static async Task<ContentDigest?> KeepAsync(
        IArtifactStore? artifacts,
        EvidenceAttachment evidence,
        CancellationToken cancellationToken
    )
    {
        ThrowIfInvalid(evidence.Statement);
        if (evidence.Document is not { } bytes)
        {
            return null;
        }

        if (artifacts is null)
        {
            throw new InvalidOperationException(
                "The registry has no artifact store to keep documents in: configure one, or attach the statement alone."
            );
        }

        var envelope = Envelope.Open(bytes, evidence.Statement.Kind, int.MaxValue);
        if (envelope.Digest != evidence.Statement.Digest)
        {
            throw new ArgumentException(
                $"The document has the digest {envelope.Digest}, and the statement speaks of {evidence.Statement.Digest}: it is another document.",
                nameof(evidence)
            );
        }

        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var file = await artifacts.WriteAsync("evidence.json", stream, cancellationToken).ConfigureAwait(false);
        return file.Digest;
    }

    private static void ThrowIfInvalid(EvidenceStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentException.ThrowIfNullOrWhiteSpace(statement.Kind);
        if (statement.Digest == default)
        {
            throw new ArgumentException(
                "The statement has no digest: nothing says which document it speaks of.",
                nameof(statement)
            );
        }
    }
}
