using System.Globalization;
using System.Runtime.CompilerServices;
using Mlops.Registry.Transparency;
using Mlops.Serialization;

namespace Mlops.Registry.Checkpoints;

/// <summary>Keeps checkpoints as files of one folder, which is best on another disk and owned by another account.</summary>
/// <remarks>
/// One file a size, named after it; a file is written whole or not at all, and never replaced. Safe for concurrent use, by
/// several processes too: they wait for each other at the file <c>.lock</c>.
/// </remarks>
public sealed class DirectoryCheckpointFolder : ICheckpointSink, ICheckpointSource
{
    /// <summary>The extension of the files, with its dot.</summary>
    public const string FileExtension = ".checkpoint";

    private const int MaxAttempts = 1000;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Opens a folder, and makes it if it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It can't be made.</exception>
    public DirectoryCheckpointFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The note is not a checkpoint, or the file of that size can't be read.</exception>
    /// <exception cref="IOException">The file can't be written, or another process has held the folder for ten seconds.</exception>
    public async ValueTask PublishAsync(SignedNote checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var size = Checkpoint.Parse(checkpoint.Text).Size;
        var file = System.IO.Path.Combine(Path, size.ToString("D19", CultureInfo.InvariantCulture) + FileExtension);
        using var _ = await LockAsync(cancellationToken).ConfigureAwait(false);
        if (!File.Exists(file))
        {
            AtomicFile.WriteAllBytes(file, checkpoint.ToBytes());
            return;
        }

        // Signatures differ from one signing to the next; the text is what must not.
        var kept = await ReadFileAsync(file, cancellationToken).ConfigureAwait(false);
        if (kept.Text != checkpoint.Text)
        {
            throw new CheckpointConflictException(
                $"'{file}' has another checkpoint of size {size}: the log has two histories, or another log writes to this folder."
            );
        }
    }

    /// <inheritdoc/>
    /// <remarks>By size. Where files are no signed notes, the reading ends, after all others, with a <see cref="FormatException"/> that names them.</remarks>
    public async IAsyncEnumerable<SignedNote> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var files = Directory.GetFiles(Path, "*" + FileExtension);
        Array.Sort(files, StringComparer.Ordinal);
        List<FormatException> damages = [];
        foreach (var file in files)
        {
            SignedNote? note = null;
            try
            {
                note = await ReadFileAsync(file, cancellationToken).ConfigureAwait(false);
            }
            catch (FormatException exception)
            {
                damages.Add(exception);
            }

            if (note is not null)
            {
                yield return note;
            }
        }

        if (damages.Count > 0)
        {
            throw new FormatException(
                string.Join(" ", damages.Select(damage => damage.Message)),
                damages[0].InnerException
            );
        }
    }

    private static async Task<SignedNote> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        try
        {
            return SignedNote.Parse(bytes);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"'{file}' is damaged. {exception.Message}", exception);
        }
    }

    private async ValueTask<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(Path, ".lock");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (attempt < MaxAttempts && exception is not DirectoryNotFoundException)
            {
                await Task.Delay(_pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
