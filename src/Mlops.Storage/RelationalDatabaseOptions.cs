namespace Mlops.Storage;

/// <summary>How a <see cref="RelationalDatabase"/> keeps connections and how long it tries.</summary>
public sealed record RelationalDatabaseOptions
{
    /// <summary>The most idle connections that are kept open for the next reader.</summary>
    /// <value>By default 16.</value>
    public int MaximumIdleConnections { get; init; } = 16;

    /// <summary>The most prepared commands that one connection keeps.</summary>
    /// <value>By default 256; the least recently used go first.</value>
    public int MaximumPreparedCommands { get; init; } = 256;

    /// <summary>How long a write is tried again after conflicts, locks and lost connections.</summary>
    /// <value>By default 30 seconds.</value>
    public TimeSpan RetryLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock by which <see cref="RetryLimit"/> is measured.</summary>
    /// <value>By default the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumIdleConnections);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPreparedCommands, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryLimit, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
