using System.Data;
using System.Data.Common;

namespace Mlops.Storage.Commands;

/// <summary>One statement of a <see cref="StatementBatch"/>.</summary>
public sealed class BatchStatement : Statement<BatchStatement>
{
    private readonly List<(string Name, object? Value, DbType Type)> _values = [];

    internal BatchStatement(string sql, Action<DbDataReader>? row)
        : base(sql) => Row = row;

    internal Action<DbDataReader>? Row { get; }

    internal DbBatchCommand AddTo(DbBatch batch)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = Sql;
        foreach (var (name, value, type) in _values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.DbType = type;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
        return command;
    }

    internal PreparedCommand AsCommand(SqlUnit unit)
    {
        var command = unit.Command(Sql);
        foreach (var (name, value, type) in _values)
        {
            command.Apply(name, value, type);
        }

        return command;
    }

    private protected override void Store(string name, object? value, DbType type) => _values.Add((name, value, type));
}
