using System.Diagnostics.CodeAnalysis;

namespace Mlops.Data;

/// <summary>The columns of a data set in their order: names, kinds and roles, without the values.</summary>
/// <remarks>
/// Immutable and thread-safe. Names are unique and compared ordinally (<c>Age</c> and <c>age</c> are two columns). Two
/// schemas are equal when they have equal columns in the same order.
/// </remarks>
public sealed class DatasetSchema : IEquatable<DatasetSchema>
{
    private readonly ColumnSchema[] _columns;
    private readonly Dictionary<string, int> _positions;

    /// <summary>Makes a schema.</summary>
    /// <param name="columns">The columns in their order; none is allowed.</param>
    /// <exception cref="ArgumentException">Two columns have one name; the message says which.</exception>
    public DatasetSchema(params IEnumerable<ColumnSchema> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = [.. columns];
        _positions = new Dictionary<string, int>(_columns.Length, StringComparer.Ordinal);
        Columns = Array.AsReadOnly(_columns);
        for (var i = 0; i < _columns.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(_columns[i], $"{nameof(columns)}[{i}]");
            if (!_positions.TryAdd(_columns[i].Name, i))
            {
                throw new ArgumentException(
                    $"Columns {_positions[_columns[i].Name]} and {i} are both named '{_columns[i].Name}'; names must be unique.",
                    nameof(columns)
                );
            }
        }
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest names.</exception>
    public ColumnSchema this[string name] => _columns[PositionOf(name)];

    /// <summary>Looks for the column of a name.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="column">The column, when there is one.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out ColumnSchema? column)
    {
        ArgumentNullException.ThrowIfNull(name);
        column = _positions.TryGetValue(name, out var position) ? _columns[position] : null;
        return column is not null;
    }

    /// <summary>The same schema with a column's role stated.</summary>
    /// <param name="name">The column.</param>
    /// <param name="role">What it is for.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists the nearest names.</exception>
    public DatasetSchema WithRole(string name, ColumnRole role)
    {
        if (!Enum.IsDefined(role))
            throw new ArgumentOutOfRangeException(nameof(role), role, $"{(int)role} is not a {nameof(ColumnRole)}.");
        return With(name, column => column with { Role = role });
    }

    /// <summary>The same schema with a column marked as a protected attribute.</summary>
    /// <param name="name">The column.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists the nearest names.</exception>
    public DatasetSchema WithProtected(string name) => With(name, column => column with { IsProtected = true });

    /// <inheritdoc/>
    public bool Equals(DatasetSchema? other) => other is not null && _columns.AsSpan().SequenceEqual(other._columns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DatasetSchema);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var column in _columns)
            hash.Add(column);
        return hash.ToHashCode();
    }

    /// <summary>Whether two schemas have equal columns in the same order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(DatasetSchema? left, DatasetSchema? right) => Equals(left, right);

    /// <summary>Whether two schemas differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(DatasetSchema? left, DatasetSchema? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _columns.Select(column => $"{column.Name}: {column.Kind}"));

    internal int PositionOf(string name, string parameter = "name")
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        return _positions.TryGetValue(name, out var position)
            ? position
            : throw NearestNames.NotFound(name, _columns.Select(column => column.Name), parameter);
    }

    private DatasetSchema With(string name, Func<ColumnSchema, ColumnSchema> change)
    {
        var position = PositionOf(name);
        var columns = (ColumnSchema[])_columns.Clone();
        columns[position] = change(columns[position]);
        return new DatasetSchema(columns);
    }
}
