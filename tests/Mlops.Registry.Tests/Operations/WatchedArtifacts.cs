using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Operations;

/// <summary>An artifact store that counts what is read, and lets something happen meanwhile.</summary>
internal sealed class WatchedArtifacts(IArtifactStore inner) : IArtifactStore
{
    public List<string> Verified { get; } = [];

    public Func<Task>? WhileVerifying { get; set; }

    public async Task<ArtifactVerification> VerifyAsync(
        ArtifactManifest manifest,
        IProgress<ArtifactProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        Verified.Add(manifest.Files[0].Digest.ToString());
        if (WhileVerifying is { } act)
        {
            await act();
        }

        return await inner.VerifyAsync(manifest, progress, cancellationToken);
    }

    public Task<ArtifactFile> WriteAsync(string name, Stream content, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(name, content, cancellationToken);

    public Task<Stream> OpenReadAsync(ContentDigest digest, CancellationToken cancellationToken = default) =>
        inner.OpenReadAsync(digest, cancellationToken);

    public Task<bool> ExistsAsync(ContentDigest digest, CancellationToken cancellationToken = default) =>
        inner.ExistsAsync(digest, cancellationToken);

    public Task<bool> DeleteAsync(ContentDigest digest, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(digest, cancellationToken);
}
