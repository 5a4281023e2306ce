namespace Mlops.Registry.Artifacts;

/// <summary>Verifies manifests against any store, by reading.</summary>
public static class ArtifactVerifier
{
    /// <summary>Reads every file of a manifest.</summary>
    /// <param name="store">The store.</param>
    /// <param name="manifest">The files.</param>
    /// <param name="progress">Told after every file; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Per file: there, missing or altered. A length that differs from the manifest's counts as altered.</returns>
    /// <exception cref="IOException">A file is there and can't be read.</exception>
    public static async Task<ArtifactVerification> VerifyAsync(
        IArtifactStore store,
        ArtifactManifest manifest,
        IProgress<ArtifactProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(manifest);
        var results = new List<ArtifactFileResult>(manifest.Files.Count);
        var total = manifest.TotalLength;
        long done = 0;
        foreach (var file in manifest.Files)
        {
            var status = await StatusAsync(store, file, cancellationToken).ConfigureAwait(false);
            results.Add(new ArtifactFileResult(file, status));
            done += file.Length;
            progress?.Report(new ArtifactProgress(results.Count, manifest.Files.Count, done, total));
        }

        return new ArtifactVerification(results.AsReadOnly());
    }

    private static async Task<ArtifactFileStatus> StatusAsync(
        IArtifactStore store,
        ArtifactFile file,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var content = await store.OpenReadAsync(file.Digest, cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                var (length, digest) = await ArtifactCopy
                    .RunAsync(content, Stream.Null, cancellationToken)
                    .ConfigureAwait(false);
                return length == file.Length && digest == file.Digest
                    ? ArtifactFileStatus.Present
                    : ArtifactFileStatus.Altered;
            }
        }
        catch (ArtifactNotFoundException)
        {
            return ArtifactFileStatus.Missing;
        }
        catch (ArtifactCorruptException)
        {
            return ArtifactFileStatus.Altered;
        }
    }
}
