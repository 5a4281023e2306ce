using System.Data.Common;

namespace Mlops.Storage.Commands;

/// <summary>Statements that are sent together: in one round trip where the product can (PostgreSQL), one after another elsewhere (SQLite).</summary>
/// <remarks>They run in the order in which they were added. The first that fails ends the batch and dooms its unit.</remarks>
public sealed class StatementBatch
{
    private readonly SqlUnit _unit;
    private readonly List<BatchStatement> _statements = [];

    internal StatementBatch(SqlUnit unit) => _unit = unit;

    /// <summary>The number of statements so far.</summary>
    public int Count => _statements.Count;

    /// <summary>Adds a statement that returns no rows.</summary>
    /// <param name="sql">One statement, with <c>@name</c> for its parameters.</param>
    /// <returns>The statement, to set its parameters.</returns>
    /// <exception cref="ArgumentException">It is a query.</exception>
    public BatchStatement Add(string sql)
    {
        ArgumentException.ThrowIfNullOrEmpty(sql);
        return StatementKind.IsQuery(sql)
            ? throw new ArgumentException(
                $"A query needs somebody who reads its rows: use AddQuery for {sql}",
                nameof(sql)
            )
            : AddCore(sql, null);
    }

    /// <summary>Adds a query.</summary>
    /// <param name="sql">One query, with <c>@name</c> for its parameters.</param>
    /// <param name="row">Called for each row when the batch runs; reads the row that the reader stands on.</param>
    /// <returns>The statement, to set its parameters.</returns>
    /// <exception cref="ArgumentException">It is no query.</exception>
    public BatchStatement AddQuery(string sql, Action<DbDataReader> row)
    {
        ArgumentException.ThrowIfNullOrEmpty(sql);
        ArgumentNullException.ThrowIfNull(row);
        return StatementKind.IsQuery(sql)
            ? AddCore(sql, row)
            : throw new ArgumentException(
                $"This is no query (SELECT, VALUES, WITH … SELECT): use Add for {sql}",
                nameof(sql)
            );
    }

    /// <summary>Runs the statements and empties the batch.</summary>
    /// <param name="cancellationToken">Stops them, and with them the unit.</param>
    /// <returns>For each statement, in order, how many rows it changed or returned.</returns>
    public async ValueTask<IReadOnlyList<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        _unit.ThrowIfOver();
        var statements = _statements.ToArray();
        _statements.Clear();
        if (statements.Length == 0)
        {
            return [];
        }

        return _unit.Session.Connection.CanCreateBatch && statements.Length > 1
            ? await TogetherAsync(statements, cancellationToken).ConfigureAwait(false)
            : await OneByOneAsync(statements, cancellationToken).ConfigureAwait(false);
    }

    private BatchStatement AddCore(string sql, Action<DbDataReader>? row)
    {
        _unit.ThrowIfOver();
        _unit.Admit(sql, isQuery: row is not null);
        var statement = new BatchStatement(sql, row);
        _statements.Add(statement);
        return statement;
    }

    private async ValueTask<IReadOnlyList<int>> OneByOneAsync(BatchStatement[] statements, CancellationToken token)
    {
        var counts = new int[statements.Length];
        for (var i = 0; i < statements.Length; i++)
        {
            var command = statements[i].AsCommand(_unit);
            if (statements[i].Row is not { } row)
            {
                counts[i] = await command.ExecuteAsync(token).ConfigureAwait(false);
                continue;
            }

            var count = 0;
            await command
                .ForEachAsync(
                    reader =>
                    {
                        row(reader);
                        count++;
                        return true;
                    },
                    token
                )
                .ConfigureAwait(false);
            counts[i] = count;
        }

        return counts;
    }

    private async ValueTask<IReadOnlyList<int>> TogetherAsync(BatchStatement[] statements, CancellationToken token)
    {
        var counts = new int[statements.Length];
        try
        {
            var batch = _unit.Session.Connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                var commands = Array.ConvertAll(statements, statement => statement.AddTo(batch));
                var reader = await batch.ExecuteReaderAsync(token).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    await ReadResultsAsync(reader, statements, counts, token).ConfigureAwait(false);
                }

                for (var i = 0; i < statements.Length; i++)
                {
                    counts[i] = statements[i].Row is null ? commands[i].RecordsAffected : counts[i];
                }
            }
        }
        catch (Exception exception)
        {
            _unit.Failed(exception);
            throw;
        }

        if (Array.Exists(statements, statement => statement.Row is null))
        {
            _unit.Wrote();
        }

        return counts;
    }

    // The reader stands on the first result that has rows to read and moves on to the next such: those of the queries.
    private static async ValueTask ReadResultsAsync(
        DbDataReader reader,
        BatchStatement[] statements,
        int[] counts,
        CancellationToken token
    )
    {
        for (var i = 0; i < statements.Length; i++)
        {
            if (statements[i].Row is not { } row)
            {
                continue;
            }

            while (await reader.ReadAsync(token).ConfigureAwait(false))
            {
                row(reader);
                counts[i]++;
            }

            await reader.NextResultAsync(token).ConfigureAwait(false);
        }

        // What fails after the last query is told when the rest is read.
        while (await reader.NextResultAsync(token).ConfigureAwait(false)) { }
    }
}
