using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>Keeps the files of models by the digest of their content.</summary>
/// <remarks>
/// The same content written twice is kept once. What is read is verified while it is read: wrong bytes never arrive whole.
/// Implementations take calls from many threads at once.
/// </remarks>
public interface IArtifactStore
{
    /// <summary>Writes content, digesting it on the way.</summary>
    /// <param name="name">The file's name within its model; the store keeps content alone.</param>
    /// <param name="content">Read from where it stands to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is kept then.</param>
    /// <returns>The file, with length and digest.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no relative path with <c>/</c>.</exception>
    /// <exception cref="IOException">The content can't be kept.</exception>
    Task<ArtifactFile> WriteAsync(string name, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens content for reading.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>A stream from start to end, which throws <see cref="ArtifactCorruptException"/> instead of handing out the last
    /// byte of content that has another digest.</returns>
    /// <exception cref="ArtifactNotFoundException">There is no such content.</exception>
    Task<Stream> OpenReadAsync(ContentDigest digest, CancellationToken cancellationToken = default);

    /// <summary>Whether content is there; it is not read.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<bool> ExistsAsync(ContentDigest digest, CancellationToken cancellationToken = default);

    /// <summary>Reads every file of a manifest and says of each whether it is there and unaltered.</summary>
    /// <param name="manifest">The files.</param>
    /// <param name="progress">Told after every file; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <remarks><see cref="ArtifactVerifier"/> does it for any store, by <see cref="OpenReadAsync"/>.</remarks>
    Task<ArtifactVerification> VerifyAsync(
        ArtifactManifest manifest,
        IProgress<ArtifactProgress>? progress = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Removes content. Whether it may go is decided elsewhere: another version may have the same file.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="cancellationToken">Ends the removing before it begins.</param>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync(ContentDigest digest, CancellationToken cancellationToken = default);
}
