using System.Numerics;

namespace Mlops.Data;

/// <summary>Says which columns records have, for <see cref="Dataset.FromRecords{T}"/>.</summary>
/// <typeparam name="T">The records.</typeparam>
/// <remarks>
/// A kind comes first and may be followed by what the column is for, which applies to the column just named:
/// <c>map.Number("age", r =&gt; r.Age).Protected().Category("plan", r =&gt; r.Plan).Boolean("churned", r =&gt; r.Churned).Label()</c>.
/// </remarks>
public sealed class RecordMapping<T>
{
    private readonly List<Func<IReadOnlyList<T>, Column>> _columns = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, ColumnRole> _roles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _protected = new(StringComparer.Ordinal);

    internal RecordMapping() { }

    /// <summary>A column of numbers.</summary>
    /// <typeparam name="TNumber">Any number type; whole ones are exact up to 2^53, decimals are rounded to the nearest double.</typeparam>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the value from a record; NaN is missing.</param>
    public RecordMapping<T> Number<TNumber>(string name, Func<T, TNumber> value)
        where TNumber : struct, INumberBase<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(
            name,
            records => NumberColumn<TNumber>(name, records, record => double.CreateChecked(value(record)))
        );
    }

    /// <summary>A column of numbers.</summary>
    /// <typeparam name="TNumber">Any number type; whole ones are exact up to 2^53, decimals are rounded to the nearest double.</typeparam>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the value from a record; <see langword="null"/> and NaN are missing.</param>
    public RecordMapping<T> Number<TNumber>(string name, Func<T, TNumber?> value)
        where TNumber : struct, INumberBase<TNumber>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(
            name,
            records =>
                NumberColumn<TNumber>(
                    name,
                    records,
                    record => value(record) is { } number ? double.CreateChecked(number) : double.NaN
                )
        );
    }

    /// <summary>A column of texts.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the text from a record; <see langword="null"/> is missing.</param>
    public RecordMapping<T> Category(string name, Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, records => Column.Category(name, records.Select(value)));
    }

    /// <summary>A column of true and false.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the value from a record; <see langword="null"/> is missing.</param>
    public RecordMapping<T> Boolean(string name, Func<T, bool?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, records => Column.Boolean(name, records.Select(value)));
    }

    /// <summary>A column of instants.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the instant from a record: local ones are converted to UTC, unspecified ones are taken as UTC; <see langword="null"/> is missing.</param>
    public RecordMapping<T> Time(string name, Func<T, DateTime?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, records => Column.Time(name, records.Select(value)));
    }

    /// <summary>A column of instants.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the instant from a record; <see langword="null"/> is missing.</param>
    public RecordMapping<T> Time(string name, Func<T, DateTimeOffset?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, records => Column.Time(name, records.Select(value)));
    }

    /// <summary>A column of free texts, each held for itself.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the text from a record; <see langword="null"/> is missing.</param>
    public RecordMapping<T> Text(string name, Func<T, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, records => Column.Text(name, records.Select(value)));
    }

    /// <summary>A column of vectors of one length.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="value">Takes the vector from a record; <see langword="null"/> is missing.</param>
    public RecordMapping<T> Embedding(string name, Func<T, float[]?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, records => Column.Embedding(name, records.Select(value)));
    }

    /// <summary>The column just named is an input of the model.</summary>
    public RecordMapping<T> Feature() => As(ColumnRole.Feature);

    /// <summary>The column just named is the truth that the model is to predict.</summary>
    public RecordMapping<T> Label() => As(ColumnRole.Label);

    /// <summary>The column just named is what the model said.</summary>
    public RecordMapping<T> Prediction() => As(ColumnRole.Prediction);

    /// <summary>The column just named names the row or the entity behind it.</summary>
    public RecordMapping<T> Identifier() => As(ColumnRole.Identifier);

    /// <summary>The column just named says when the row came to be.</summary>
    public RecordMapping<T> Timestamp() => As(ColumnRole.Time);

    /// <summary>The column just named is left out of every analysis.</summary>
    public RecordMapping<T> Excluded() => As(ColumnRole.Excluded);

    /// <summary>The column just named is a protected attribute.</summary>
    public RecordMapping<T> Protected()
    {
        _protected.Add(Last());
        return this;
    }

    internal bool IsEmpty => _columns.Count == 0;

    internal Dataset Build(IReadOnlyList<T> records, string name)
    {
        var dataset = Dataset.FromColumns(name, _columns.Select(make => make(records)));
        foreach (var (column, role) in _roles)
            dataset = dataset.WithRole(column, role);
        return _protected.Aggregate(dataset, (marked, column) => marked.WithProtected(column));
    }

    private static NumericColumn NumberColumn<TNumber>(string name, IReadOnlyList<T> records, Func<T, double> value)
        where TNumber : struct, INumberBase<TNumber>
    {
        var values = new double[records.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = value(records[row]);
        return new NumericColumn(name, SourceTypeOf<TNumber>(), values);
    }

    private static SourceType SourceTypeOf<TNumber>()
        where TNumber : struct, INumberBase<TNumber>
    {
        if (typeof(TNumber) == typeof(float) || typeof(TNumber) == typeof(Half))
            return SourceType.Single;
        // Only integer types lose the half of one.
        return TNumber.CreateTruncating(0.5) == TNumber.Zero ? SourceType.Integer : SourceType.Double;
    }

    private RecordMapping<T> Add(string name, Func<IReadOnlyList<T>, Column> column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (_names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException(
                $"The mapping names column '{name}' twice; names must be unique.",
                nameof(name)
            );
        _names.Add(name);
        _columns.Add(column);
        return this;
    }

    private RecordMapping<T> As(ColumnRole role)
    {
        _roles[Last()] = role;
        return this;
    }

    private string Last() =>
        _names.Count > 0
            ? _names[^1]
            : throw new InvalidOperationException(
                "Name a column before saying what it is for, as in map.Number(\"x\", r => r.X).Label()."
            );
}
