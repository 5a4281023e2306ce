using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mlops.Storage.Sqlite;

/// <summary>Opens connections and sets on each what the file does not remember.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    private const int FirstStep = 2;
    private readonly TimeSpan _busyTimeout;
    private readonly bool _isReadOnly;

    public SqliteDataSource(SqliteConnectionStringBuilder builder, TimeSpan busyTimeout)
    {
        _busyTimeout = busyTimeout;
        _isReadOnly = builder.Mode == SqliteOpenMode.ReadOnly;

        // When SQLite's own wait is over the driver would go on in steps of 150 ms for this many seconds, and 0 means for ever.
        builder.DefaultTimeout = Math.Max(1, (int)Math.Ceiling(busyTimeout.TotalSeconds));
        ConnectionString = builder.ToString();
    }

    public override string ConnectionString { get; }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The driver does nothing asynchronously.
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<DbConnection>(OpenDbConnection());
    }

    private void Prepare(SqliteConnection connection)
    {
        var milliseconds = (int)_busyTimeout.TotalMilliseconds;
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {milliseconds}"));
        if (!_isReadOnly)
        {
            SwitchToWriteAheadLog(connection);
        }

        Run(connection, "PRAGMA synchronous = FULL");
    }

    // The switch takes the file for itself, and SQLite does not call its busy handler then: others that start now are waited for here.
    private void SwitchToWriteAheadLog(SqliteConnection connection)
    {
        var started = Stopwatch.GetTimestamp();
        while (Run(connection, "PRAGMA journal_mode") is not "wal")
        {
            if (raw.sqlite3_exec(connection.Handle, "PRAGMA journal_mode = WAL") is var code and not raw.SQLITE_OK)
            {
                var isOver = Stopwatch.GetElapsedTime(started) > _busyTimeout;
                if ((code & 0xFF) != raw.SQLITE_BUSY || isOver)
                {
                    SqliteException.ThrowExceptionForRC(code, connection.Handle);
                }

                Thread.Sleep(FirstStep);
            }
            else if (Run(connection, "PRAGMA journal_mode") is { } mode and not "wal")
            {
                throw new DatabaseUnavailableException(
                    $"'{connection.DataSource}' can't have a write-ahead log (its journal mode stays '{mode}'): use a local disk."
                );
            }
        }
    }

    private static string? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
