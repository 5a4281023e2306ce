using System.Data;
using System.Data.Common;

namespace Mlops.Storage.Commands;

/// <summary>A statement that a connection keeps prepared.</summary>
/// <remarks>It may run many times in a unit; parameters keep their values between the runs, and none is left over from an earlier unit.</remarks>
public sealed class PreparedCommand : Statement<PreparedCommand>
{
    private readonly DbCommand _command;
    private readonly ParameterList _parameters;
    private readonly bool _prepares;
    private SqlUnit? _unit;
    private bool _isPrepared;

    internal PreparedCommand(DbConnection connection, string sql, bool prepares)
        : base(sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _parameters = new ParameterList(_command.Parameters, _command.CreateParameter, sql);
        _prepares = prepares;
        IsQuery = StatementKind.IsQuery(sql);
    }

    internal bool IsQuery { get; }

    /// <summary>The session's count of units when this was last asked for.</summary>
    internal long LastUse { get; set; }

    /// <summary>Runs the statement.</summary>
    /// <param name="cancellationToken">Stops it, and with it the unit.</param>
    /// <returns>The number of rows it changed.</returns>
    public async ValueTask<int> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var unit = Ready();
        try
        {
            var rows = await _command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            NoteWrite(unit);
            return rows;
        }
        catch (Exception exception)
        {
            unit.Failed(exception);
            throw;
        }
    }

    /// <summary>Runs the statement and reads every row.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="map">Reads the row that the reader stands on.</param>
    /// <param name="cancellationToken">Stops it, and with it the unit.</param>
    public async ValueTask<IReadOnlyList<T>> QueryAsync<T>(
        Func<DbDataReader, T> map,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(map);
        var rows = new List<T>();
        await ForEachAsync(
                reader =>
                {
                    rows.Add(map(reader));
                    return true;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows;
    }

    /// <summary>Runs the statement and reads the first row.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="map">Reads the row that the reader stands on.</param>
    /// <param name="cancellationToken">Stops it, and with it the unit.</param>
    /// <returns>The first row, or the default value of <typeparamref name="T"/> when there is none.</returns>
    public async ValueTask<T?> QueryFirstAsync<T>(
        Func<DbDataReader, T> map,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(map);
        T? first = default;
        await ForEachAsync(
                reader =>
                {
                    first = map(reader);
                    return false;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return first;
    }

    /// <summary>Runs the statement and reads the first column of the first row as an integer.</summary>
    /// <param name="cancellationToken">Stops it, and with it the unit.</param>
    /// <returns>The integer, or null when there is no row or it is NULL.</returns>
    public ValueTask<long?> QueryInt64Async(CancellationToken cancellationToken = default) =>
        QueryFirstAsync(static reader => reader.GetInt64OrNull(0), cancellationToken);

    /// <summary>Runs the statement and reads the first column of the first row as text.</summary>
    /// <param name="cancellationToken">Stops it, and with it the unit.</param>
    /// <returns>The text, or null when there is no row or it is NULL.</returns>
    public ValueTask<string?> QueryTextAsync(CancellationToken cancellationToken = default) =>
        QueryFirstAsync(static reader => reader.GetTextOrNull(0), cancellationToken);

    /// <summary>Runs the statement and hands its rows on, one at a time, so that a large result is never held.</summary>
    /// <param name="visit">Reads the row that the reader stands on, and says whether to go on.</param>
    /// <param name="cancellationToken">Stops it, and with it the unit.</param>
    public async ValueTask ForEachAsync(Func<DbDataReader, bool> visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var unit = Ready();
        DbDataReader reader;
        try
        {
            reader = await _command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            NoteWrite(unit);
        }
        catch (Exception exception)
        {
            unit.Failed(exception);
            throw;
        }

        await using (reader.ConfigureAwait(false))
        {
            while (await NextAsync(reader, unit, cancellationToken).ConfigureAwait(false) && visit(reader)) { }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Sql;

    internal void Apply(string name, object? value, DbType type) => _parameters.Set(name, value, type);

    internal void Enter(SqlUnit unit)
    {
        _unit = unit;
        _parameters.Forget();
    }

    internal void Dispose() => _command.Dispose();

    internal ValueTask DisposeAsync() => _command.DisposeAsync();

    private static async ValueTask<bool> NextAsync(DbDataReader reader, SqlUnit unit, CancellationToken token)
    {
        try
        {
            return await reader.ReadAsync(token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            unit.Failed(exception);
            throw;
        }
    }

    private protected override void Store(string name, object? value, DbType type) => Apply(name, value, type);

    private SqlUnit Ready()
    {
        var unit = _unit!;
        unit.ThrowIfOver();
        _parameters.ThrowIfUnset();
        if (_prepares && !_isPrepared)
        {
            try
            {
                _command.Prepare();
            }
            catch (Exception exception)
            {
                unit.Failed(exception);
                throw;
            }

            _isPrepared = true;
        }

        return unit;
    }

    private void NoteWrite(SqlUnit unit)
    {
        if (!IsQuery)
        {
            unit.Wrote();
        }
    }
}
