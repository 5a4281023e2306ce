using System.Globalization;

namespace Mlops.Cli.Registry.Verification;

/// <summary>One line on a terminal that says how many entries were read; nothing where the errors go to a file.</summary>
internal sealed class VerifyProgress(TextWriter error) : IProgress<long>, IDisposable
{
    private readonly bool _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private bool _isShown;

    public void Report(long value)
    {
        if (_isTerminal)
        {
            _isShown = true;
            error.Write(string.Create(CultureInfo.InvariantCulture, $"\rVerifying: {value:N0} entries read "));
        }
    }

    public void Dispose()
    {
        if (_isShown)
        {
            _isShown = false;
            error.Write("\r" + new string(' ', 79) + "\r");
        }
    }
}
