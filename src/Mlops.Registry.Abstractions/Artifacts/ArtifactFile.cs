using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>One file of a model: its name within the model, its length and the digest of its bytes.</summary>
/// <remarks>
/// Names are relative paths with <c>/</c>, kept and compared as given: they are not brought to a Unicode normal form, so a
/// name from a system that stores decomposed letters is another name. Writing names in normal form C avoids that.
/// </remarks>
public sealed record ArtifactFile
{
    /// <summary>Describes a file.</summary>
    /// <param name="name">A relative path with <c>/</c>: not rooted, without backslashes, control characters, empty segments,
    /// <c>.</c> and <c>..</c>.</param>
    /// <param name="length">Bytes, at least 0.</param>
    /// <param name="digest">The SHA-256 digest of the bytes.</param>
    /// <param name="mediaType">Such as <c>application/octet-stream</c>; <see langword="null"/> where nobody said.</param>
    /// <exception cref="ArgumentException">The name is not such a path, the digest is the default, or the media type has not
    /// the form <c>type/subtype</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public ArtifactFile(string name, long length, ContentDigest digest, string? mediaType = null)
    {
        ArtifactName.ThrowIfInvalid(name, nameof(name));
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (digest == default)
        {
            throw new ArgumentException($"The digest of '{name}' is the default, which is no digest.", nameof(digest));
        }

        if (mediaType is not null && (mediaType.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            throw new ArgumentException(
                $"'{mediaType}' is no media type: 'type/subtype' is, such as 'application/json'.",
                nameof(mediaType)
            );
        }

        (Name, Length, Digest, MediaType) = (name, length, digest, mediaType);
    }

    /// <summary>The relative path within the model, with <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; }

    /// <summary>The SHA-256 digest of the bytes.</summary>
    public ContentDigest Digest { get; }

    /// <summary>The media type, where somebody said.</summary>
    public string? MediaType { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Length} bytes, {Digest})");
}
