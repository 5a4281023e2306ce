using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>Stored content has not the digest under which it was stored.</summary>
public sealed class ArtifactCorruptException : IOException
{
    /// <summary>Says which content, and what it is now.</summary>
    /// <param name="expected">The digest under which it was stored.</param>
    /// <param name="actual">The digest of what was read.</param>
    /// <param name="length">The bytes that were read.</param>
    public ArtifactCorruptException(ContentDigest expected, ContentDigest actual, long length)
        : base(
            FormattableString.Invariant(
                $"The content of {expected} is not what was stored: {length} bytes were read, and their digest is {actual}. Restore it from a copy; do not use it."
            )
        ) => (Expected, Actual) = (expected, actual);

    /// <summary>The digest under which it was stored.</summary>
    public ContentDigest Expected { get; }

    /// <summary>The digest of what was read.</summary>
    public ContentDigest Actual { get; }
}
