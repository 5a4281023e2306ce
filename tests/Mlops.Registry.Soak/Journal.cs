using System.Text;

namespace Mlops.Registry.Soak;

/// <summary>What a process was told is done, written before it goes on: a killed process leaves it to who looks.</summary>
internal sealed class Journal(string path) : IDisposable
{
    // No buffer of the process: what is written is the system's, and outlives a SIGKILL.
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock _gate = new();

    public void Write(Acknowledgement acknowledgement)
    {
        var line = Encoding.UTF8.GetBytes($"{acknowledgement}\n");
        lock (_gate)
        {
            _file.Write(line);
        }
    }

    /// <summary>Reads the whole lines of a journal.</summary>
    public static IReadOnlyList<Acknowledgement> Read(string path)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var end = text.LastIndexOf('\n');
        return end < 0 ? [] : [.. text[..end].Split('\n').Select(Acknowledgement.Parse)];
    }

    public void Dispose() => _file.Dispose();
}
