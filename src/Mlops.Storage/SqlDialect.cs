using System.Data.Common;
using System.Globalization;
using Mlops.Storage.Commands;

namespace Mlops.Storage;

/// <summary>What differs between database products: types, transactions, and what their errors mean.</summary>
/// <remarks>Immutable and thread-safe. Parameters are written <c>@name</c> in every dialect, so most statements are the same text everywhere.</remarks>
public abstract class SqlDialect
{
    /// <summary>The dialect's name, such as <c>sqlite</c>; part of a migration's checksum.</summary>
    public abstract string Name { get; }

    /// <summary>The column type of a signed integer of 64 bits.</summary>
    public abstract string IntegerType { get; }

    /// <summary>The column type of a floating-point number of 64 bits.</summary>
    public abstract string RealType { get; }

    /// <summary>The column type of text, compared and ordered by its bytes in UTF-8.</summary>
    public abstract string TextType { get; }

    /// <summary>The column type of bytes.</summary>
    public abstract string BlobType { get; }

    /// <summary>The column type of a point in time: UTC ticks of 100 nanoseconds since year 1, an integer.</summary>
    public virtual string TimestampType => IntegerType;

    /// <summary>An expression for the present time as a <see cref="TimestampType"/>, for scripts that a person runs.</summary>
    public abstract string CurrentTimestampExpression { get; }

    /// <summary>A query for one row when the table <c>@table</c> is there, and none when it is not.</summary>
    public abstract string TableExistsQuery { get; }

    /// <summary>Whether writers of one process should queue up before they ask the database for its write lock.</summary>
    /// <value>True where the database has one write lock that is waited for by polling.</value>
    public abstract bool HasSingleWriter { get; }

    /// <summary>Whether commands that are kept should be prepared explicitly (otherwise the driver does it by itself).</summary>
    public abstract bool PreparesCommands { get; }

    /// <summary>The statement that begins a transaction in which several reads see one state.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Statements that make the place where the tables live, when it is not there; none where there is always one.</summary>
    /// <param name="unit">A unit on the database, to look with.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public virtual ValueTask<IReadOnlyList<string>> GetMissingSchemaStatementsAsync(
        SqlUnit unit,
        CancellationToken cancellationToken
    ) => new([]);

    /// <summary>The statements with which a script begins a transaction that excludes other writers of a component.</summary>
    /// <param name="component">The component's name.</param>
    public abstract IReadOnlyList<string> GetScriptOpening(string component);

    /// <summary>The statement with which a script makes unqualified names mean the component's tables; empty where they do anyway.</summary>
    public virtual string ScriptScope => "";

    /// <summary>Begins a transaction that excludes other writers of a component, in every process, until it ends.</summary>
    /// <remarks>Every later statement of the transaction sees what the previous holder committed.</remarks>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="component">The component's name.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public abstract ValueTask BeginWriteAsync(
        DbConnection connection,
        string component,
        CancellationToken cancellationToken
    );

    /// <summary>Says what an error means.</summary>
    /// <param name="exception">What a driver threw.</param>
    public abstract DatabaseFault Classify(Exception exception);

    /// <summary>Whether a transaction is lost by this failure of one of its statements.</summary>
    /// <param name="exception">What the statement threw.</param>
    public abstract bool AbortsTransaction(Exception exception);

    /// <summary>Whether a failed COMMIT surely committed nothing.</summary>
    /// <param name="exception">What COMMIT threw.</param>
    public abstract bool IsCommitSurelyUndone(Exception exception);

    /// <summary>Turns a driver's error into one that says what to do, where it is known; otherwise null.</summary>
    /// <param name="exception">What a driver threw.</param>
    public abstract Exception? Explain(Exception exception);

    /// <summary>Quotes an identifier, so that any text names a table or column.</summary>
    /// <param name="identifier">The name.</param>
    public virtual string QuoteIdentifier(string identifier)
    {
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        return $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Quotes a text as a literal, for scripts; statements take parameters instead.</summary>
    /// <param name="text">The text.</param>
    public virtual string QuoteLiteral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(CultureInfo.InvariantCulture, $"'{text.Replace("'", "''", StringComparison.Ordinal)}'");
    }
}
