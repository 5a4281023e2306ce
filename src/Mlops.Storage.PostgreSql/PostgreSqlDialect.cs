using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Mlops.Storage.Commands;
using Npgsql;

namespace Mlops.Storage.PostgreSql;

/// <summary>PostgreSQL's types, transactions and errors.</summary>
/// <remarks>
/// A write transaction is READ COMMITTED and begins with <c>pg_advisory_xact_lock</c> on a hash of schema and component:
/// each later statement takes a snapshot of its own, and so sees what the previous holder committed before it let go.
/// Text is of the collation C, so that order and comparison are SQLite's.
/// </remarks>
public sealed class PostgreSqlDialect : SqlDialect
{
    private readonly string _schema;
    private readonly string _place;

    internal PostgreSqlDialect(string schema, string place)
    {
        _schema = schema;
        _place = place;
    }

    /// <inheritdoc/>
    public override string Name => "postgresql";

    /// <inheritdoc/>
    public override string IntegerType => "bigint";

    /// <inheritdoc/>
    public override string RealType => "double precision";

    /// <inheritdoc/>
    public override string TextType => "text COLLATE \"C\"";

    /// <inheritdoc/>
    public override string BlobType => "bytea";

    /// <inheritdoc/>
    public override string CurrentTimestampExpression =>
        "621355968000000000 + (EXTRACT(EPOCH FROM clock_timestamp()) * 10000000)::bigint";

    /// <inheritdoc/>
    public override string TableExistsQuery =>
        $"SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = '{_schema}' AND tablename = @table";

    /// <inheritdoc/>
    public override bool HasSingleWriter => false;

    /// <inheritdoc/>
    public override bool PreparesCommands => false;

    /// <inheritdoc/>
    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /// <inheritdoc/>
    public override string ScriptScope => $"SET LOCAL search_path TO {QuoteIdentifier(_schema)}";

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> GetMissingSchemaStatementsAsync(
        SqlUnit unit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(unit);
        var found = await unit.Command("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = @schema")
            .Set("schema", _schema)
            .QueryInt64Async(cancellationToken)
            .ConfigureAwait(false);
        return found is null ? [$"CREATE SCHEMA {QuoteIdentifier(_schema)}"] : [];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> GetScriptOpening(string component) =>
        [
            "BEGIN ISOLATION LEVEL READ COMMITTED",
            string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({KeyOf(component)})"),
        ];

    /// <inheritdoc/>
    public override async ValueTask BeginWriteAsync(
        DbConnection connection,
        string component,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            var begin = batch.CreateBatchCommand();
            begin.CommandText = "BEGIN ISOLATION LEVEL READ COMMITTED";
            batch.BatchCommands.Add(begin);
            var take = batch.CreateBatchCommand();
            take.CommandText = "SELECT pg_advisory_xact_lock(@key)";
            var key = take.CreateParameter();
            key.ParameterName = "@key";
            key.Value = KeyOf(component);
            take.Parameters.Add(key);
            batch.BatchCommands.Add(take);

            // Its wait for others is as long as theirs; the driver's time limit for commands ends it.
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override DatabaseFault Classify(Exception exception) =>
        exception switch
        {
            PostgresException error => Classify(error.SqlState),
            NpgsqlException { InnerException: TimeoutException } => DatabaseFault.Locked,
            NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
                DatabaseFault.Unavailable,
            NpgsqlException { InnerException: SocketException or IOException } => DatabaseFault.ConnectionLost,
            SocketException => DatabaseFault.Unavailable,
            IOException => DatabaseFault.ConnectionLost,
            DatabaseUnavailableException => DatabaseFault.Unavailable,
            _ => DatabaseFault.Other,
        };

    /// <inheritdoc/>
    public override bool AbortsTransaction(Exception exception) => true;

    /// <inheritdoc/>
    public override bool IsCommitSurelyUndone(Exception exception) =>
        exception is PostgresException error
        && Classify(error.SqlState) is not (DatabaseFault.ConnectionLost or DatabaseFault.Unavailable)
        && error.SqlState is not PostgresErrorCodes.StatementCompletionUnknown;

    /// <inheritdoc/>
    public override Exception? Explain(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            PostgresException error => Explain(error),
            NpgsqlException or SocketException or IOException => Classify(exception)
                is DatabaseFault.Unavailable
                    or DatabaseFault.ConnectionLost
                ? new DatabaseUnavailableException(
                    $"No PostgreSQL server answers at {_place}: is it running, and does it listen there? ({Innermost(exception).Message})",
                    exception
                )
                : null,
            _ => null,
        };
    }

    private static DatabaseFault Classify(string state) =>
        state switch
        {
            PostgresErrorCodes.UniqueViolation => DatabaseFault.UniqueViolation,
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => DatabaseFault.Conflict,
            PostgresErrorCodes.LockNotAvailable => DatabaseFault.Locked,
            PostgresErrorCodes.InsufficientPrivilege => DatabaseFault.PermissionDenied,
            PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.ReadOnly,
            PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.IdleSessionTimeout => DatabaseFault.ConnectionLost,
            PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.InvalidCatalogName
            or PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification => DatabaseFault.Unavailable,
            _ when state.StartsWith("23", StringComparison.Ordinal) => DatabaseFault.ConstraintViolation,
            _ when state.StartsWith("08", StringComparison.Ordinal) => DatabaseFault.ConnectionLost,
            _ => DatabaseFault.Other,
        };

    private DatabaseUnavailableException? Explain(PostgresException error) =>
        Classify(error.SqlState) switch
        {
            DatabaseFault.Unavailable or DatabaseFault.ConnectionLost => new DatabaseUnavailableException(
                $"PostgreSQL at {_place} does not serve this host: {error.MessageText} ({error.SqlState}).",
                error
            ),
            DatabaseFault.ReadOnly => new DatabaseUnavailableException(
                $"PostgreSQL at {_place} can only be read: it is a standby, or its transactions are read-only by default.",
                error
            ),
            _ => null,
        };

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;

    // The same in every process and for ever, and not the same for two schemas of one database.
    private long KeyOf(string component) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"mlops/{_schema}/{component}")));
}
