using System.Globalization;
using System.Text;
using Mlops.Serialization;

namespace Mlops.Storage.Migrations;

/// <summary>One step of a schema, applied once and never changed afterwards.</summary>
public sealed class Migration
{
    private readonly Func<SqlDialect, IReadOnlyList<string>> _statements;

    /// <summary>Makes a migration.</summary>
    /// <param name="number">Its place in its set, from 1.</param>
    /// <param name="name">What it does, in a few words.</param>
    /// <param name="statements">Its statements in a dialect: the same ones whenever it is asked. They run in one transaction.</param>
    public Migration(int number, string name, Func<SqlDialect, IReadOnlyList<string>> statements)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(statements);
        Number = number;
        Name = name;
        _statements = statements;
    }

    /// <summary>Its place in its set, from 1.</summary>
    public int Number { get; }

    /// <summary>What it does, in a few words.</summary>
    public string Name { get; }

    /// <summary>Its statements in a dialect.</summary>
    /// <param name="dialect">The dialect.</param>
    public IReadOnlyList<string> GetStatements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return _statements(dialect);
    }

    /// <summary>The digest of its dialect, number, name and statements, line ends aside.</summary>
    /// <param name="dialect">The dialect.</param>
    public ContentDigest GetChecksum(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{dialect.Name}\n{Number}\n{Name}\n");
        foreach (var statement in GetStatements(dialect))
        {
            text.Append(statement.ReplaceLineEndings("\n").Trim()).Append("\n;\n");
        }

        return ContentDigest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
