using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Counts with their margins, checked: a row for each sample, a column for each category.</summary>
internal sealed class ContingencyTable
{
    private ContingencyTable(long[] cells, int rows, string name)
    {
        Cells = cells;
        var columns = rows == 0 ? 0 : cells.Length / rows;
        Total = BinCounts.Total(cells, name);
        RowSums = new long[rows];
        ColumnSums = new long[columns];
        for (int i = 0, cell = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++, cell++)
            {
                RowSums[i] += cells[cell];
                ColumnSums[j] += cells[cell];
            }
        }
    }

    public long[] Cells { get; }

    public long[] RowSums { get; }

    public long[] ColumnSums { get; }

    public long Total { get; }

    public int Rows => RowSums.Length;

    public int Columns => ColumnSums.Length;

    public long DegreesOfFreedom => Math.Max(0, (long)(Rows - 1) * (Columns - 1));

    /// <summary>Empty where a row has no counts, undefined where a column has none or there are fewer than two of either.</summary>
    public ResultStatus Status =>
        Rows == 0 || RowSums.Contains(0) ? ResultStatus.Empty
        : Rows < 2 || Columns < 2 || ColumnSums.Contains(0) ? ResultStatus.Undefined
        : ResultStatus.Ok;

    public long this[int row, int column] => Cells[((long)row * Columns) + column];

    public static ContingencyTable From(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        string referenceName,
        string currentName
    )
    {
        if (referenceCounts.Length != currentCounts.Length)
        {
            throw new ArgumentException(
                $"'{currentName}' has {currentCounts.Length} categories and '{referenceName}' has {referenceCounts.Length}; both must have the same ones.",
                currentName
            );
        }

        BinCounts.Total(referenceCounts, referenceName);
        BinCounts.Total(currentCounts, currentName);
        return new([.. referenceCounts, .. currentCounts], 2, currentName);
    }

    public static ContingencyTable From(long[,] table, string name)
    {
        ArgumentNullException.ThrowIfNull(table, name);
        int rows = table.GetLength(0),
            columns = table.GetLength(1);
        var cells = new long[table.Length];
        for (int i = 0, cell = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++, cell++)
            {
                cells[cell] = table[i, j];
                if (cells[cell] < 0)
                {
                    throw new ArgumentException(
                        $"'{name}' has the count {cells[cell]} in row {i}, column {j}; counts must not be negative.",
                        name
                    );
                }
            }
        }

        return new(cells, rows, name);
    }

    /// <summary>Row sum × column sum / N.</summary>
    public double Expected(int row, int column) => (double)RowSums[row] * ColumnSums[column] / Total;

    /// <summary>O - E, taken in whole numbers as (O N - row × column) / N and rounded once.</summary>
    public double Difference(int row, int column) =>
        (double)(((Int128)this[row, column] * Total) - ((Int128)RowSums[row] * ColumnSums[column])) / Total;

    /// <summary>X² = Σ (O - E)² / E.</summary>
    public double PearsonStatistic()
    {
        double sum = 0;
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                var difference = Difference(i, j);
                sum += difference * difference / Expected(i, j);
            }
        }

        return sum;
    }
}
