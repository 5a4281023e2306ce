using System.Diagnostics.CodeAnalysis;
using Mlops.Serialization;

namespace Mlops.Data;

/// <summary>Named columns of equal length, what each is for, and a digest of the values.</summary>
/// <remarks>
/// Immutable and thread-safe: whatever changes something returns another data set, which shares the memory of the columns
/// that stay. Read one by <see cref="ReadCsv(string, Csv.CsvOptions?, IProgress{ReadProgress}?, CancellationToken)"/>, or make
/// one by <see cref="FromColumns"/> or <see cref="FromRecords{T}"/>.
/// </remarks>
public sealed partial class Dataset
{
    private readonly Column[] _columns;
    private readonly Lazy<ContentDigest> _digest;

    private Dataset(string name, Column[] columns, DatasetSchema schema, int rowCount)
    {
        Name = name;
        _columns = columns;
        Columns = Array.AsReadOnly(columns);
        Schema = schema;
        RowCount = rowCount;
        _digest = new Lazy<ContentDigest>(() => DatasetDigest.Of(_columns));
    }

    /// <summary>What the data set is called in reports; for a file, its name without the folder.</summary>
    public string Name { get; }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The columns' names, kinds and roles.</summary>
    public DatasetSchema Schema { get; }

    /// <summary>A digest of the values: equal data have equal digests, however they came to be.</summary>
    /// <remarks>
    /// SHA-256 of the ASCII text <c>mlops.dataset.v1</c>, the number of columns (int32) and each column's digest (32 bytes)
    /// in order. A column's is the SHA-256 of: its name, kind (one byte: 0 number, 1 boolean, 2 category, 3 time, 4 text, 5 embedding), source
    /// type (one byte: 0 double, 1 single, 2 integer, 3 boolean, 4 text, 5 timestamp), length (int64), and its values.
    /// Numbers are IEEE doubles, every NaN as 0x7FF8000000000000 and -0 as 0. Booleans are one byte: 0, 1, or 255 where
    /// missing. Times are int64 UTC ticks, -1 where missing. Categories are the number of texts that some row has (int32), those texts
    /// sorted by UTF-16 code unit, and for each row the position of its text (int32), -1 where missing. A text is its
    /// length in UTF-16 code units (int32) and those units. Free texts are each row's length in UTF-8 bytes (int32), -1 where
    /// missing, and then the bytes of all rows. Embeddings are the number of components (int32), for each row a byte (1 when
    /// there, else 0), and each row's components as IEEE singles, -0 as 0, zeros where missing. Everything is little-endian. The data set's name, roles and
    /// conversion failures do not enter. Computed when first asked for, columns in parallel, and kept.
    /// </remarks>
    public ContentDigest Digest => _digest.Value;

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest names.</exception>
    public Column this[string name] => _columns[Schema.PositionOf(name)];

    /// <summary>Looks for the column of a name.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="column">The column, when there is one.</param>
    public bool TryGetColumn(string name, [NotNullWhen(true)] out Column? column)
    {
        column = Schema.TryGet(name, out _) ? this[name] : null;
        return column is not null;
    }

    /// <summary>Makes a data set of columns.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="columns">The columns in their order.</param>
    /// <exception cref="ArgumentException">Lengths differ or a name comes twice; the message says where.</exception>
    public static Dataset FromColumns(string name, params IEnumerable<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Column[] held = [.. columns];
        for (var i = 0; i < held.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(held[i], $"{nameof(columns)}[{i}]");
            if (held[i].Length != held[0].Length)
            {
                throw new ArgumentException(
                    $"Column '{held[i].Name}' has {held[i].Length} rows and column '{held[0].Name}' has {held[0].Length}; they must have the same number.",
                    nameof(columns)
                );
            }
        }

        return OfColumns(name, held, marks: null);
    }

    /// <summary>A data set of the named columns alone, in that order.</summary>
    /// <param name="columns">The names.</param>
    /// <exception cref="ArgumentException">There is no such column, or one comes twice.</exception>
    public Dataset Select(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return OfPositions(columns.Select(name => Schema.PositionOf(name, nameof(columns))));
    }

    /// <summary>The data set without the named columns.</summary>
    /// <param name="columns">The names.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Dataset Without(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var left = columns.Select(name => Schema.PositionOf(name, nameof(columns))).ToHashSet();
        return OfPositions(Enumerable.Range(0, _columns.Length).Where(position => !left.Contains(position)));
    }

    /// <summary>The data set with what a column is for stated.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="role">What it is for.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists the nearest names.</exception>
    public Dataset WithRole(string column, ColumnRole role) => WithSchema(Schema.WithRole(column, role));

    /// <summary>The data set with a column marked as a protected attribute.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists the nearest names.</exception>
    public Dataset WithProtected(string column) => WithSchema(Schema.WithProtected(column));

    /// <summary>These data read with another data set's schema: its kinds, and its roles and marks where it states any.</summary>
    /// <param name="schema">The schema.</param>
    /// <remarks>
    /// Columns that the schema does not have stay as they are; columns that only the schema has are absent. Values that do
    /// not convert become missing and are counted in <see cref="Column.Failures"/>; the rules are those of
    /// <see cref="Column.ConvertTo"/>.
    /// </remarks>
    public Dataset ConvertTo(DatasetSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var columns = new Column[_columns.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = schema.TryGet(_columns[i].Name, out var wanted)
                ? _columns[i].ConvertTo(wanted.Kind)
                : _columns[i];
        var converted = columns.Select((column, i) => Describe(column, Schema.Columns[i]));
        return new Dataset(Name, columns, WithMarksOf(new DatasetSchema(converted), schema), RowCount);
    }

    /// <summary>These data under another name.</summary>
    /// <param name="name">What reports shall call them.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public Dataset Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new Dataset(name, _columns, Schema, RowCount);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {RowCount} rows, {_columns.Length} columns";

    internal static Dataset OfColumns(string name, Column[] columns, DatasetSchema? marks)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var schema = new DatasetSchema(columns.Select(column => Describe(column, null)));
        var marked = marks is null ? schema : WithMarksOf(schema, marks);
        return new Dataset(name, columns, marked, columns.Length == 0 ? 0 : columns[0].Length);
    }

    private static DatasetSchema WithMarksOf(DatasetSchema schema, DatasetSchema marks) =>
        new(
            schema.Columns.Select(column =>
                marks.TryGet(column.Name, out var marked)
                    ? column with
                    {
                        Role = marked.Role ?? column.Role,
                        IsProtected = marked.IsProtected || column.IsProtected,
                    }
                    : column
            )
        );

    private static ColumnSchema Describe(Column column, ColumnSchema? marks) =>
        new(column.Name, column.Kind, column.SourceType)
        {
            Role = marks?.Role,
            IsProtected = marks?.IsProtected ?? false,
        };

    private Dataset WithSchema(DatasetSchema schema) => new(Name, _columns, schema, RowCount);

    private Dataset OfPositions(IEnumerable<int> positions)
    {
        int[] held = [.. positions];
        var columns = Array.ConvertAll(held, position => _columns[position]);
        return new Dataset(
            Name,
            columns,
            new DatasetSchema(held.Select(position => Schema.Columns[position])),
            RowCount
        );
    }
}
