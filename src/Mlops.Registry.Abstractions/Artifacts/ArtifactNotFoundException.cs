using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>A store has no content of a digest.</summary>
public sealed class ArtifactNotFoundException : IOException
{
    /// <summary>Says which content.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="innerException">What the store met, if anything.</param>
    public ArtifactNotFoundException(ContentDigest digest, Exception? innerException = null)
        : base(
            $"There is no content of {digest} in the store: it was never written there, or was deleted.",
            innerException
        ) => Digest = digest;

    /// <summary>The digest.</summary>
    public ContentDigest Digest { get; }
}
