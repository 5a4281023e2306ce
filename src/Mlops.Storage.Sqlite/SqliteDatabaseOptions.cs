namespace Mlops.Storage.Sqlite;

/// <summary>How a SQLite database is opened.</summary>
public sealed record SqliteDatabaseOptions
{
    /// <summary>How long a statement waits for another connection's lock.</summary>
    /// <value>By default 30 seconds, by SQLite's own handler; the beginning of a write waits as long without holding a thread.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How connections are kept and how long writes are tried.</summary>
    /// <value>By default the defaults of <see cref="RelationalDatabaseOptions"/>.</value>
    public RelationalDatabaseOptions Database { get; init; } = new();

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BusyTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout, TimeSpan.FromHours(1));
        ArgumentNullException.ThrowIfNull(Database);
    }
}
