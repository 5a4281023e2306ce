using System.Data;
using System.Data.Common;

namespace Mlops.Storage.Commands;

/// <summary>An open connection with the commands that it keeps prepared.</summary>
internal sealed class Session(DbConnection connection, SqlDialect dialect, int maximumCommands) : IAsyncDisposable
{
    private readonly Dictionary<string, PreparedCommand> _commands = new(StringComparer.Ordinal);
    private long _unitCount;
    private bool _isBroken;

    public DbConnection Connection => connection;

    public SqlDialect Dialect => dialect;

    /// <summary>Whether the connection must not serve anybody any more.</summary>
    public bool IsBroken => _isBroken || connection.State != ConnectionState.Open;

    public int CommandCount => _commands.Count;

    public void Break() => _isBroken = true;

    public ReadUnit NewReadUnit()
    {
        _unitCount++;
        return new ReadUnit(this);
    }

    public WriteUnit NewWriteUnit()
    {
        _unitCount++;
        return new WriteUnit(this);
    }

    public PreparedCommand GetCommand(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count >= maximumCommands)
            {
                DropLeastRecentlyUsed();
            }

            command = new PreparedCommand(connection, sql, dialect.PreparesCommands);
            _commands.Add(sql, command);
        }

        command.LastUse = _unitCount;
        return command;
    }

    public async ValueTask ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var unit = NewWriteUnit();
        await unit.Command(sql).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        unit.End();
    }

    /// <summary>Rolls back what is open; a connection that can't is broken, and closing it rolls back.</summary>
    public async ValueTask RollbackAsync()
    {
        try
        {
            await ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            Break();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var command in _commands.Values)
            {
                await command.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void DropLeastRecentlyUsed()
    {
        var oldest = _commands.Values.MinBy(command => command.LastUse)!;

        // What the present unit has been given stays: it may run again.
        if (oldest.LastUse < _unitCount)
        {
            _commands.Remove(oldest.Sql);
            oldest.Dispose();
        }
    }
}
