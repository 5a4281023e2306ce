namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Pearson's X² of a table with given margins.</summary>
internal readonly struct TableChiSquare : ITableStatistic
{
    private readonly long[] _rows;
    private readonly long[] _columns;
    private readonly double _total;

    public TableChiSquare(ContingencyTable table)
    {
        _rows = table.RowSums;
        _columns = table.ColumnSums;
        _total = table.Total;
        Observed = table.PearsonStatistic();
        Threshold = Observed - (1e-9 * Observed);
    }

    public double Observed { get; }

    public double Threshold { get; }

    public double Cell(int row, int column, long count)
    {
        double expected = _rows[row] * (_columns[column] / _total),
            difference = count - expected;
        return difference * difference / expected;
    }
}
