namespace Mlops.Registry.Artifacts;

/// <summary>Reads a folder into a manifest.</summary>
internal static class ArtifactDirectory
{
    public static async Task<ArtifactManifest> ReadAsync(
        string path,
        ArtifactDirectoryOptions options,
        CancellationToken cancellationToken
    )
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no folder '{path}' to make a manifest of.");
        }

        foreach (var ignored in options.IgnoredPaths)
        {
            ArtifactName.ThrowIfInvalid(ignored, nameof(options));
        }

        var files = new List<ArtifactFile>();
        foreach (var (name, file) in Walk(new DirectoryInfo(path), "", options))
        {
            var stream = new FileStream(
                file.FullName,
                new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    BufferSize = 0,
                }
            );
            await using (stream.ConfigureAwait(false))
            {
                var (length, digest) = await ArtifactCopy
                    .RunAsync(stream, Stream.Null, cancellationToken)
                    .ConfigureAwait(false);
                files.Add(new ArtifactFile(name, length, digest));
            }
        }

        return new ArtifactManifest(files);
    }

    private static IEnumerable<(string Name, FileInfo File)> Walk(
        DirectoryInfo folder,
        string prefix,
        ArtifactDirectoryOptions options
    )
    {
        var all = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
        foreach (var entry in folder.EnumerateFileSystemInfos("*", all))
        {
            var name = prefix + entry.Name;
            if (options.IgnoredPaths.Contains(name))
            {
                continue;
            }

            ThrowIfRefused(entry, name, options.SymbolicLinks);
            if (entry is DirectoryInfo child)
            {
                foreach (var found in Walk(child, name + "/", options))
                {
                    yield return found;
                }
            }
            else
            {
                yield return (name, (FileInfo)entry);
            }
        }
    }

    private static void ThrowIfRefused(FileSystemInfo entry, string name, SymbolicLinkHandling links)
    {
        if (entry.LinkTarget is not { } target)
        {
            return;
        }

        if (links == SymbolicLinkHandling.Refuse)
        {
            throw new IOException(
                $"'{name}' is a symbolic link to '{target}'; a manifest takes no links unless its options say so."
            );
        }

        if (entry.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true })
        {
            throw new IOException($"'{name}' is a symbolic link to '{target}', which is not a file that is there.");
        }
    }
}
