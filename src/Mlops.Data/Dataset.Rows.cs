namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Consecutive rows, as a view that copies no values.</summary>
    /// <param name="start">The first row, from 0.</param>
    /// <param name="length">How many rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all within the data set.</exception>
    public Dataset Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if ((long)start + length > RowCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length),
                length,
                $"'{Name}' has {RowCount} rows; {length} rows from row {start} reach beyond."
            );
        }

        return new Dataset(Name, Array.ConvertAll(_columns, column => column.Slice(start, length)), Schema, length);
    }

    /// <summary>The rows of the given positions, in the given order; a position may come more than once.</summary>
    /// <param name="rows">Positions from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is not within the data set; the message says which.</exception>
    public Dataset Take(ReadOnlySpan<int> rows)
    {
        var columns = new Column[_columns.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = _columns[i].Take(rows);
        return new Dataset(Name, columns, Schema, rows.Length);
    }

    /// <summary>The rows for which the predicate holds, in their order.</summary>
    /// <param name="predicate">Such as <c>row =&gt; row.Number("age") &gt;= 18</c>.</param>
    public Dataset Where(Func<DatasetRow, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var rows = new List<int>();
        for (var row = 0; row < RowCount; row++)
        {
            if (predicate(new DatasetRow(this, row)))
                rows.Add(row);
        }

        return OfRows([.. rows]);
    }

    // Rows that follow each other are a view.
    private Dataset OfRows(int[] ascending) =>
        ascending.Length == 0 ? Slice(0, 0)
        : ascending[^1] - ascending[0] == ascending.Length - 1 ? Slice(ascending[0], ascending.Length)
        : Take(ascending);
}
