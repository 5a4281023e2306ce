using System.Globalization;
using Mlops.Data;

namespace Mlops.Cli;

/// <summary>One line on a terminal that says how far reading has come; nothing where the errors go to a file.</summary>
internal sealed class ReadingProgress(string path, TextWriter error) : IProgress<ReadProgress>, IDisposable
{
    private const long WorthShowing = 20_000_000;
    private readonly bool _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Report(ReadProgress value)
    {
        if (!_isTerminal || value.TotalBytes < WorthShowing)
        {
            return;
        }

        var percent = (int)(100 * value.BytesRead / value.TotalBytes);
        if (percent != _shown)
        {
            _shown = percent;
            error.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\rReading {Path.GetFileName(path)}: {percent}%, {value.RowsRead:N0} rows "
                )
            );
        }
    }

    public void Dispose()
    {
        if (_shown >= 0)
        {
            error.Write("\r" + new string(' ', 79) + "\r");
        }
    }
}
