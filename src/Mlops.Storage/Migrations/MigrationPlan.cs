using System.Globalization;
using System.Text;

namespace Mlops.Storage.Migrations;

/// <summary>What a database has had of a component's migrations, and what it still needs.</summary>
public sealed class MigrationPlan
{
    private readonly SqlDialect _dialect;
    private readonly IReadOnlyList<string> _groundwork;

    internal MigrationPlan(
        string component,
        SqlDialect dialect,
        IReadOnlyList<AppliedMigration> applied,
        IReadOnlyList<Migration> pending,
        IReadOnlyList<string> groundwork
    )
    {
        Component = component;
        _dialect = dialect;
        Applied = applied;
        Pending = pending;
        _groundwork = groundwork;
    }

    /// <summary>The component's name.</summary>
    public string Component { get; }

    /// <summary>What has been applied, in order.</summary>
    public IReadOnlyList<AppliedMigration> Applied { get; }

    /// <summary>What is pending, in order.</summary>
    public IReadOnlyList<Migration> Pending { get; }

    /// <summary>Whether nothing is pending.</summary>
    public bool IsUpToDate => Pending.Count == 0;

    /// <summary>A script that does what <see cref="Migrator.ApplyAsync"/> would, for an administrator to read and run.</summary>
    /// <remarks>Each migration is a transaction that notes itself, so a script that is run twice stops at the first note.</remarks>
    public string ToSql()
    {
        var script = new StringBuilder();
        script.Append(
            CultureInfo.InvariantCulture,
            $"-- {Component}: {Applied.Count} migrations applied, {Pending.Count} pending ({_dialect.Name})\n"
        );
        var groundwork = _groundwork;
        foreach (var migration in Pending)
        {
            script.Append(CultureInfo.InvariantCulture, $"\n-- {migration.Number}: {migration.Name}\n");
            Append(script, _dialect.GetScriptOpening(MigrationTable.LockName));
            Append(script, groundwork.Take(groundwork.Count - 1));
            Append(script, [_dialect.ScriptScope]);
            Append(script, groundwork.TakeLast(1));
            Append(script, migration.GetStatements(_dialect));
            Append(script, [Note(migration), "COMMIT"]);
            groundwork = [];
        }

        return script.ToString();
    }

    private string Note(Migration migration) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO {MigrationTable.Name} (component, number, name, checksum, applied) VALUES ({_dialect.QuoteLiteral(Component)}, {migration.Number}, {_dialect.QuoteLiteral(migration.Name)}, '{migration.GetChecksum(_dialect)}', {_dialect.CurrentTimestampExpression})"
        );

    private static void Append(StringBuilder script, IEnumerable<string> statements)
    {
        foreach (var statement in statements.Where(statement => statement.Length > 0))
        {
            script.Append(statement.ReplaceLineEndings("\n").Trim().TrimEnd(';')).Append(";\n");
        }
    }
}
