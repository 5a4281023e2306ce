using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mlops.Storage.Sqlite;

/// <summary>SQLite's types, transactions and errors.</summary>
/// <remarks>A write transaction is <c>BEGIN IMMEDIATE</c>, which excludes every other writer of the file, whatever its component.</remarks>
public sealed class SqliteDialect : SqlDialect
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    // Errors after which SQLite keeps the transaction as it was before the statement; others may have rolled it back.
    private static readonly int[] StatementErrors =
    [
        raw.SQLITE_ERROR,
        raw.SQLITE_CONSTRAINT,
        raw.SQLITE_MISMATCH,
        raw.SQLITE_RANGE,
        raw.SQLITE_TOOBIG,
    ];

    // COMMIT failed before anything of it was in the file.
    private static readonly int[] UndoneCommits =
    [
        raw.SQLITE_BUSY,
        raw.SQLITE_CONSTRAINT,
        raw.SQLITE_FULL,
        raw.SQLITE_ERROR,
    ];

    private readonly string _file;
    private readonly TimeSpan _busyTimeout;

    internal SqliteDialect(string file, TimeSpan busyTimeout)
    {
        _file = file;
        _busyTimeout = busyTimeout;
    }

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override string IntegerType => "INTEGER";

    /// <inheritdoc/>
    public override string RealType => "REAL";

    /// <inheritdoc/>
    public override string TextType => "TEXT";

    /// <inheritdoc/>
    public override string BlobType => "BLOB";

    /// <inheritdoc/>
    public override string CurrentTimestampExpression =>
        "621355968000000000 + CAST(strftime('%s', 'now') AS INTEGER) * 10000000";

    /// <inheritdoc/>
    public override string TableExistsQuery => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @table";

    /// <inheritdoc/>
    public override bool HasSingleWriter => true;

    /// <inheritdoc/>
    public override bool PreparesCommands => true;

    /// <inheritdoc/>
    public override string BeginSnapshot => "BEGIN";

    /// <inheritdoc/>
    public override IReadOnlyList<string> GetScriptOpening(string component) => ["BEGIN IMMEDIATE"];

    /// <inheritdoc/>
    /// <remarks>It asks every millisecond: SQLite's own handler sleeps up to 100 ms between two looks and holds the thread.</remarks>
    public override async ValueTask BeginWriteAsync(
        DbConnection connection,
        string component,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        var handle =
            ((SqliteConnection)connection).Handle
            ?? throw new ArgumentException("The connection is not open.", nameof(connection));
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = TryBegin(handle);
            if (code == raw.SQLITE_OK)
            {
                return;
            }

            if ((code & 0xFF) != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(started) > _busyTimeout)
            {
                SqliteException.ThrowExceptionForRC(code, handle);
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override DatabaseFault Classify(Exception exception) =>
        exception is not SqliteException error
            ? exception is DatabaseUnavailableException || IsWithoutProvider(exception)
                ? DatabaseFault.Unavailable
                : DatabaseFault.Other
            : error.SqliteErrorCode switch
            {
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED => DatabaseFault.Locked,
                raw.SQLITE_READONLY => DatabaseFault.ReadOnly,
                raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB => DatabaseFault.Unavailable,
                raw.SQLITE_PERM or raw.SQLITE_AUTH => DatabaseFault.PermissionDenied,
                raw.SQLITE_CONSTRAINT => error.SqliteExtendedErrorCode
                    is raw.SQLITE_CONSTRAINT_UNIQUE
                        or raw.SQLITE_CONSTRAINT_PRIMARYKEY
                    ? DatabaseFault.UniqueViolation
                    : DatabaseFault.ConstraintViolation,
                _ => DatabaseFault.Other,
            };

    /// <inheritdoc/>
    public override bool AbortsTransaction(Exception exception) =>
        exception is SqliteException error && !StatementErrors.Contains(error.SqliteErrorCode);

    /// <inheritdoc/>
    public override bool IsCommitSurelyUndone(Exception exception) =>
        exception is SqliteException error && UndoneCommits.Contains(error.SqliteErrorCode);

    /// <inheritdoc/>
    public override Exception? Explain(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (IsWithoutProvider(exception))
        {
            return new DatabaseUnavailableException(
                "There is no native SQLite: add a package such as SQLitePCLRaw.bundle_e_sqlite3 (in a current version) to the host; where it is not found by itself, call SQLitePCL.Batteries_V2.Init() at the start.",
                exception
            );
        }

        return (exception as SqliteException)?.SqliteErrorCode switch
        {
            raw.SQLITE_CANTOPEN => new DatabaseUnavailableException(WhyNotOpened(), exception),
            raw.SQLITE_NOTADB => new DatabaseUnavailableException(
                $"'{_file}' is not a SQLite database (or an encrypted one): name another file.",
                exception
            ),
            raw.SQLITE_READONLY => new DatabaseUnavailableException(
                $"'{_file}' can only be read: it was opened read-only, or the file or its folder may not be written by this user.",
                exception
            ),
            raw.SQLITE_BUSY => new DatabaseBusyException(
                $"'{_file}' was locked by another connection for longer than {_busyTimeout}.",
                exception
            ),
            raw.SQLITE_CORRUPT => new DatabaseUnavailableException(
                $"'{_file}' is damaged: restore it from a backup.",
                exception
            ),
            _ => null,
        };
    }

    private int TryBegin(sqlite3 handle)
    {
        raw.sqlite3_busy_timeout(handle, 0);
        var code = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
        raw.sqlite3_busy_timeout(handle, (int)_busyTimeout.TotalMilliseconds);
        return code;
    }

    private string WhyNotOpened()
    {
        if (Directory.Exists(_file))
        {
            return $"'{_file}' is a folder: name a file in it.";
        }

        var folder = Path.GetDirectoryName(_file);
        return !_file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrEmpty(folder)
            && !Directory.Exists(folder)
                ? $"There is no folder '{folder}' for the database '{Path.GetFileName(_file)}': make it first."
            : File.Exists(_file) ? $"'{_file}' can't be opened: this user may not read it, or may not write its folder."
            : $"'{_file}' can't be opened: there is no such file, and it may not be made here.";
    }

    // SQLitePCL.raw says so in a plain exception of no type of its own, and the driver's static constructor may wrap it.
    private static bool IsWithoutProvider(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (
                cause is DllNotFoundException
                || cause.Message.Contains("SQLitePCL.raw.SetProvider", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }
}
