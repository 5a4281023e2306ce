using System.Collections.Frozen;

namespace Mlops.Data;

/// <summary>What the readers of data sets have in common: which columns to read, and as what.</summary>
/// <remarks>
/// A column's kind is the one stated in <see cref="Kinds"/>, or else in <see cref="Schema"/>, or else the one found from the
/// values. A value that does not convert to a stated kind (see <see cref="Column.ConvertTo"/>) becomes missing and is counted
/// in <see cref="Column.Failures"/>. <see cref="ColumnKind.Text"/> is never found, so a column of free text has to be stated.
/// </remarks>
public abstract record ReadOptions
{
    /// <summary>The default of <see cref="ChunkRows"/>.</summary>
    public const int DefaultChunkRows = 65_536;

    private protected ReadOptions() { }

    /// <summary>Another data set's schema to read with; <see langword="null"/> finds every column's kind from its values.</summary>
    /// <remarks>
    /// Its columns are read as its kinds. Its roles and marks are taken over. Columns that only the data have are found;
    /// columns that only the schema has are absent.
    /// </remarks>
    public DatasetSchema? Schema { get; init; }

    /// <summary>Kinds of single columns by name, which go before <see cref="Schema"/> and what the values say.</summary>
    /// <value>The default is none. A name that the data do not have is an error.</value>
    /// <exception cref="ArgumentException">A kind is not one; the message names the column.</exception>
    public IReadOnlyDictionary<string, ColumnKind> Kinds
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var (name, kind) in value)
            {
                if (!Enum.IsDefined(kind))
                    throw new ArgumentException(
                        $"The kind of column '{name}' is {(int)kind}, which is not one.",
                        nameof(value)
                    );
            }

            field = value.ToFrozenDictionary(StringComparer.Ordinal);
        }
    } = FrozenDictionary<string, ColumnKind>.Empty;

    /// <summary>Columns to leave out; their values are not looked at.</summary>
    /// <value>The default is none. A name that the data do not have is an error.</value>
    public IReadOnlyCollection<string> Without
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var name in value)
                ArgumentNullException.ThrowIfNull(name, nameof(value));
            field = value.ToFrozenSet(StringComparer.Ordinal);
        }
    } = FrozenSet<string>.Empty;

    /// <summary>How many rows a chunk has at most, for the readers that give the data in chunks.</summary>
    /// <value>The default is 65,536. A chunk ends earlier when its text reaches 8 MiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int ChunkRows
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultChunkRows;

    internal ColumnKind? StatedKind(string name) =>
        Kinds.TryGetValue(name, out var stated) ? stated
        : Schema is { } schema && schema.TryGet(name, out var column) ? column.Kind
        : null;

    internal void ThrowIfUnknown(IReadOnlyCollection<string> names)
    {
        var known = names.ToHashSet(StringComparer.Ordinal);
        if (Kinds.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name)) is { } kind)
            throw NearestNames.NotFound(kind, names, nameof(Kinds));
        if (Without.Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name)) is { } without)
            throw NearestNames.NotFound(without, names, nameof(Without));
    }
}
