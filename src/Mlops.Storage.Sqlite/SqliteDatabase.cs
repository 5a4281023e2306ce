using Microsoft.Data.Sqlite;

namespace Mlops.Storage.Sqlite;

/// <summary>Opens SQLite databases: one file, a write-ahead log, every commit on the disk before it is acknowledged.</summary>
/// <remarks>
/// Each connection has <c>journal_mode=WAL</c>, <c>synchronous=FULL</c>, <c>foreign_keys=ON</c> and a busy timeout.
/// Readers do not block the writer, nor it them. The file must be on a local disk: the write-ahead log needs memory that
/// its processes share. The host brings the native SQLite (a package such as SQLitePCLRaw.bundle_e_sqlite3).
/// </remarks>
public static class SqliteDatabase
{
    private static readonly string[] SourceKeywords = ["Data Source", "DataSource", "Filename"];

    /// <summary>Opens a database to read and write; the file is made with the first connection.</summary>
    /// <param name="pathOrConnectionString">A file's path, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="options">Time limits and the like; null for the defaults.</param>
    /// <returns>The database; no connection is open yet.</returns>
    /// <exception cref="ArgumentException">The text is no path and no connection string, or names a database in memory.</exception>
    public static RelationalDatabase Open(string pathOrConnectionString, SqliteDatabaseOptions? options = null) =>
        Open(pathOrConnectionString, options, isReadOnly: false);

    /// <summary>Opens a database that is there already, to read only.</summary>
    /// <param name="pathOrConnectionString">A file's path, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="options">Time limits and the like; null for the defaults.</param>
    /// <returns>The database; no connection is open yet.</returns>
    /// <exception cref="ArgumentException">The text is no path and no connection string, or names a database in memory.</exception>
    public static RelationalDatabase OpenReadOnly(
        string pathOrConnectionString,
        SqliteDatabaseOptions? options = null
    ) => Open(pathOrConnectionString, options, isReadOnly: true);

    private static RelationalDatabase Open(string text, SqliteDatabaseOptions? options, bool isReadOnly)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        options ??= new SqliteDatabaseOptions();
        options.ThrowIfInvalid();
        var builder = Parse(text);
        if (isReadOnly)
        {
            builder.Mode = SqliteOpenMode.ReadOnly;
        }

        var dialect = new SqliteDialect(builder.DataSource, options.BusyTimeout);
        var source = new SqliteDataSource(builder, options.BusyTimeout);
        return new RelationalDatabase(source, dialect, options.Database);
    }

    private static SqliteConnectionStringBuilder Parse(string text)
    {
        var builder = IsConnectionString(text)
            ? new SqliteConnectionStringBuilder(text)
            : new SqliteConnectionStringBuilder { DataSource = text };
        if (
            builder.Mode == SqliteOpenMode.Memory
            || builder.DataSource.Length == 0
            || builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new ArgumentException(
                $"'{text}' names a database in memory, which connections do not share and no restart survives: name a file.",
                nameof(text)
            );
        }

        if (!builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource);
        }

        // The database keeps connections itself, with their prepared commands.
        builder.Pooling = false;
        builder.ForeignKeys = true;
        return builder;
    }

    private static bool IsConnectionString(string text) =>
        text.Split(';')
            .Any(part =>
                part.Contains('=', StringComparison.Ordinal)
                && SourceKeywords.Contains(part[..part.IndexOf('=')].Trim(), StringComparer.OrdinalIgnoreCase)
            );
}
