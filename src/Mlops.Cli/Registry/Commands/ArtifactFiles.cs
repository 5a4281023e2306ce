using Mlops.Registry.Artifacts;

namespace Mlops.Cli.Registry.Commands;

/// <summary>The files of a model, from folders and files, into the registry's store.</summary>
internal static class ArtifactFiles
{
    public static async Task<ArtifactManifest> StoreAsync(
        IReadOnlyList<string> paths,
        IArtifactStore? store,
        CancellationToken cancellationToken
    )
    {
        var files = new List<ArtifactFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var manifest = await ArtifactManifest
                    .FromDirectoryAsync(path, cancellationToken: cancellationToken)
                    .ConfigureAwait(false);
                if (manifest.Files.Count == 0)
                {
                    throw new CliException($"--artifacts-from {path}: the folder is empty.");
                }

                foreach (var file in manifest.Files)
                {
                    files.Add(
                        await WriteAsync(store, file.Name, Path.Combine(path, file.Name), cancellationToken)
                            .ConfigureAwait(false)
                    );
                }
            }
            else if (File.Exists(path))
            {
                var name = Path.GetFileName(path);
                files.Add(await WriteAsync(store, name, path, cancellationToken).ConfigureAwait(false));
            }
            else
            {
                throw new CliException(
                    $"There is no file or folder '{path}' in {Directory.GetCurrentDirectory()} to register."
                );
            }
        }

        return new ArtifactManifest(files);
    }

    private static async Task<ArtifactFile> WriteAsync(
        IArtifactStore? store,
        string name,
        string path,
        CancellationToken cancellationToken
    )
    {
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            if (store is not null)
            {
                return await store.WriteAsync(name, stream, cancellationToken).ConfigureAwait(false);
            }

            // Without a store a file is known by its digest, and kept elsewhere.
            var (length, digest) = await ArtifactCopy
                .RunAsync(stream, Stream.Null, cancellationToken)
                .ConfigureAwait(false);
            return new ArtifactFile(name, length, digest);
        }
    }
}
