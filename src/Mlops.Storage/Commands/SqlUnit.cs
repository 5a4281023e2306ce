namespace Mlops.Storage.Commands;

/// <summary>A stretch of work on one connection: it gives out the connection's prepared commands.</summary>
/// <remarks>
/// Not thread-safe: one statement at a time, as on any connection. A unit and what it gave out are of use until the
/// delegate that received it returns. A statement that fails dooms its unit, also when the delegate catches the exception:
/// a PostgreSQL transaction is lost then, and work that only SQLite lets pass would be found out too late.
/// </remarks>
public abstract class SqlUnit
{
    private protected SqlUnit(Session session) => Session = session;

    /// <summary>What differs between database products.</summary>
    public SqlDialect Dialect => Session.Dialect;

    internal Session Session { get; }

    /// <summary>What the first failed statement threw.</summary>
    internal Exception? Failure { get; private set; }

    internal bool IsOver { get; private set; }

    /// <summary>Gives the prepared command for a statement; it is kept for the connection's next unit.</summary>
    /// <param name="sql">One statement, with <c>@name</c> for its parameters. Constant texts make the best use of what is kept.</param>
    /// <returns>The command, with no parameter set.</returns>
    /// <exception cref="InvalidOperationException">The unit is over, or it reads only and the statement may write.</exception>
    public PreparedCommand Command(string sql)
    {
        ArgumentException.ThrowIfNullOrEmpty(sql);
        ThrowIfOver();
        var command = Session.GetCommand(sql);
        Admit(sql, command.IsQuery);
        command.Enter(this);
        return command;
    }

    /// <summary>Begins a list of statements that are sent together: one round trip where the product can, one after another elsewhere.</summary>
    public StatementBatch Batch()
    {
        ThrowIfOver();
        return new StatementBatch(this);
    }

    /// <summary>Refuses a statement that this kind of unit can't run.</summary>
    internal abstract void Admit(string sql, bool isQuery);

    /// <summary>Takes note that a statement that is no query has run.</summary>
    internal abstract void Wrote();

    internal void Failed(Exception exception) => Failure ??= exception;

    internal void End() => IsOver = true;

    internal void ThrowIfOver()
    {
        if (IsOver)
        {
            throw new InvalidOperationException("The unit is over: its connection now serves another one.");
        }
    }

    /// <summary>Runs a statement that is not worth keeping, such as one that makes a table.</summary>
    internal async ValueTask ExecuteOnceAsync(string sql, CancellationToken cancellationToken)
    {
        ThrowIfOver();
        Admit(sql, isQuery: false);
        try
        {
            var command = Session.Connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            Wrote();
        }
        catch (Exception exception)
        {
            Failed(exception);
            throw;
        }
    }
}
