using System.Globalization;

namespace Mlops.Data;

/// <summary>One row of a <see cref="Dataset"/>, as predicates see it.</summary>
/// <remarks>Every member throws <see cref="ArgumentException"/> for an unknown column, listing the nearest names, and for one of another kind.</remarks>
public readonly struct DatasetRow
{
    private readonly Dataset _dataset;

    internal DatasetRow(Dataset dataset, int index)
    {
        _dataset = dataset;
        Index = index;
    }

    /// <summary>The position of the row, from 0.</summary>
    public int Index { get; }

    /// <summary>The value of a numeric column; NaN when missing, which no comparison but <c>!=</c> holds for.</summary>
    /// <param name="column">The column's name.</param>
    public double Number(string column) => Get<NumericColumn>(column, ColumnKind.Number)[Index];

    /// <summary>The value of a boolean column; <see langword="null"/> when missing.</summary>
    /// <param name="column">The column's name.</param>
    public bool? Boolean(string column) => Get<BooleanColumn>(column, ColumnKind.Boolean)[Index];

    /// <summary>The instant of a time column, in UTC; <see langword="null"/> when missing.</summary>
    /// <param name="column">The column's name.</param>
    public DateTime? Time(string column) => Get<TimeColumn>(column, ColumnKind.Time)[Index];

    /// <summary>The value of a column of any kind as invariant text (see <see cref="Column.ConvertTo"/>); <see langword="null"/> when missing.</summary>
    /// <param name="column">The column's name.</param>
    public string? Text(string column) => ColumnConversion.TextOf(_dataset[column], Index);

    /// <summary>The vector of an embedding column; empty when missing.</summary>
    /// <param name="column">The column's name.</param>
    public ReadOnlySpan<float> Embedding(string column) => Get<EmbeddingColumn>(column, ColumnKind.Embedding)[Index];

    /// <summary>Whether the value of a column is missing.</summary>
    /// <param name="column">The column's name.</param>
    public bool IsMissing(string column) => _dataset[column].IsMissing(Index);

    private TColumn Get<TColumn>(string name, ColumnKind kind)
        where TColumn : Column
    {
        var column = _dataset[name];
        return column as TColumn
            ?? throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Column '{name}' holds {column.Kind}, not {kind}; ask for {column.Kind}, or convert the column by ConvertTo."
                ),
                nameof(name)
            );
    }
}
