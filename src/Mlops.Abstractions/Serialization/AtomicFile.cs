namespace Mlops.Serialization;

/// <summary>Writes files so that whoever reads one sees the old content or the new, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="content"/> beside <paramref name="path"/> and moves it into place.</summary>
    /// <param name="path">The file, made or replaced.</param>
    /// <param name="content">All of its bytes.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The file can't be written; an existing one is as it was.</exception>
    public static void WriteAllBytes(string path, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThrowIfNoFolder(path);
        var temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Checks that a file could be placed where it is to go, before the work of making it is begun.</summary>
    /// <param name="path">The file, there or not.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message names it.</exception>
    public static void ThrowIfNoFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(
                $"There is no folder '{folder}' to write '{Path.GetFileName(path)}' in."
            );
        }
    }
}
