using System.Security.Cryptography;
using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>Keeps the files of models in a folder, by digest: <c>sha256/ab/cdef…</c>.</summary>
/// <remarks>
/// <para>Content is written to a file of its own in <c>tmp</c>, flushed to the disk and renamed into place, so that a reader sees
/// all of it or nothing, and many processes may write at once. Writing content that is there puts a fresh copy in its place,
/// which also mends a damaged one.</para>
/// <para>The name of a new file reaches the disk when the file system writes its folders: .NET has no call to force that. After
/// a loss of power a file may be missing, which <see cref="VerifyAsync"/> tells; it is never there in part.</para>
/// </remarks>
public sealed class FileArtifactStore : IArtifactStore
{
    private const int NameDigits = 32;

    private readonly string _contents;
    private readonly string _temporary;
    private readonly TimeProvider _time;

    /// <summary>Opens a store, which is made where there is none, and removes what killed writers left there.</summary>
    /// <param name="path">The folder; made when it is missing.</param>
    /// <param name="timeProvider">The time, against which left-over files are judged; <see langword="null"/> for the
    /// system's.</param>
    /// <exception cref="IOException">The folder can't be made.</exception>
    public FileArtifactStore(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _time = timeProvider ?? TimeProvider.System;
        var root = Path.GetFullPath(path);
        Folder = root;
        _contents = Path.Combine(root, "sha256");
        _temporary = Path.Combine(root, "tmp");
        Directory.CreateDirectory(_contents);
        Directory.CreateDirectory(_temporary);
        DeleteAbandoned(AbandonedAfter);
    }

    /// <summary>How long a file in <c>tmp</c> must have been untouched before it counts as left over: one day.</summary>
    public static TimeSpan AbandonedAfter { get; } = TimeSpan.FromDays(1);

    /// <summary>The store's folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>Removes temporary files that nobody has written to for a while: their writers were killed.</summary>
    /// <param name="age">For how long; at least 0. A writer that waits for its source longer than that loses its file and
    /// fails.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public int DeleteAbandoned(TimeSpan age)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero);
        var before = _time.GetUtcNow().UtcDateTime - age;
        var removed = 0;
        foreach (var file in new DirectoryInfo(_temporary).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc > before)
            {
                continue;
            }

            try
            {
                file.Delete();
                removed++;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Someone still has it open, where the system minds that: then it is not left over.
            }
        }

        return removed;
    }

    /// <inheritdoc/>
    public async Task<ArtifactFile> WriteAsync(
        string name,
        Stream content,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArtifactStoreArguments.ThrowIfNoName(name);
        var temporary = Path.Combine(_temporary, RandomNumberGenerator.GetHexString(NameDigits, lowercase: true));
        try
        {
            var (length, digest) = await WriteTemporaryAsync(temporary, content, cancellationToken)
                .ConfigureAwait(false);
            var target = PathOf(digest);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Place(temporary, target);
            return new ArtifactFile(name, length, digest);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(ContentDigest digest, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArtifactStoreArguments.ThrowIfDefault(digest);
        try
        {
            var file = new FileStream(
                PathOf(digest),
                new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    BufferSize = 0,
                }
            );
            return Task.FromResult<Stream>(new ArtifactReadStream(file, digest));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArtifactNotFoundException(digest, exception);
        }
    }

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(ContentDigest digest, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArtifactStoreArguments.ThrowIfDefault(digest);
        return Task.FromResult(File.Exists(PathOf(digest)));
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
        var path = PathOf(digest);
        var isThere = File.Exists(path);
        if (isThere)
        {
            File.Delete(path);
        }

        return Task.FromResult(isThere);
    }

    private static async Task<(long Length, ContentDigest Digest)> WriteTemporaryAsync(
        string path,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            }
        );
        await using (file.ConfigureAwait(false))
        {
            var written = await ArtifactCopy.RunAsync(content, file, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
            return written;
        }
    }

    private static void Place(string temporary, string target)
    {
        try
        {
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && File.Exists(target))
        {
            // Windows does not replace a file that someone reads; what is there has the same digest.
            File.Delete(temporary);
        }
    }

    private string PathOf(ContentDigest digest)
    {
        var hex = digest.ToString()["sha256:".Length..];
        return Path.Combine(_contents, hex[..2], hex[2..]);
    }
}
