using System.Collections.Concurrent;
using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>Keeps the files of models in memory: for tests and notebooks.</summary>
/// <remarks>A file has at most 2 GiB less a few bytes, as an array has. Safe for use from many threads at once.</remarks>
public sealed class MemoryArtifactStore : IArtifactStore
{
    private readonly ConcurrentDictionary<ContentDigest, byte[]> _contents = new();

    /// <inheritdoc/>
    public async Task<ArtifactFile> WriteAsync(
        string name,
        Stream content,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArtifactStoreArguments.ThrowIfNoName(name);
        using var memory = new MemoryStream();
        var (length, digest) = await ArtifactCopy.RunAsync(content, memory, cancellationToken).ConfigureAwait(false);
        _contents.TryAdd(digest, memory.ToArray());
        return new ArtifactFile(name, length, digest);
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(ContentDigest digest, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArtifactStoreArguments.ThrowIfDefault(digest);
        return _contents.TryGetValue(digest, out var content)
            ? Task.FromResult<Stream>(new ArtifactReadStream(new MemoryStream(content, writable: false), digest))
            : throw new ArtifactNotFoundException(digest);
    }

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(ContentDigest digest, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArtifactStoreArguments.ThrowIfDefault(digest);
        return Task.FromResult(_contents.ContainsKey(digest));
    }

    /// <inheritdoc/>
    public Task<ArtifactVerification> VerifyAsync(
        ArtifactManifest manifest,
        IProgress<ArtifactProgress>? progress = null,
        CancellationToken cancellationToken = default
    ) => ArtifactVerifier.VerifyAsync(this, manifest, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(ContentDigest digest, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArtifactStoreArguments.ThrowIfDefault(digest);
        return Task.FromResult(_contents.TryRemove(digest, out _));
    }
}
