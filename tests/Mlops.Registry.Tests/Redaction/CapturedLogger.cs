using Microsoft.Extensions.Logging;

namespace Mlops.Registry.Tests.Redaction;

/// <summary>Keeps what the registry says to the host.</summary>
internal sealed class CapturedLogger : ILogger<ModelRegistry>
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (_gate)
        {
            _lines.Add(formatter(state, exception));
        }
    }
}
