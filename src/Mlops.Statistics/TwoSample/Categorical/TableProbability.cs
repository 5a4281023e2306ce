namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How improbable a table is given its margins, Σ ln n!; or its first cell, where a direction is asked.</summary>
internal readonly struct TableProbability : ITableStatistic
{
    private readonly OddsRatioAlternative _alternative;

    public TableProbability(ContingencyTable table, OddsRatioAlternative alternative)
    {
        _alternative = alternative;
        double observed = 0;
        for (var i = 0; i < table.Rows; i++)
        {
            for (var j = 0; j < table.Columns; j++)
            {
                observed += Cell(i, j, table[i, j]);
            }
        }

        // Logarithms: 1e-9 is relative to the probability, and beyond it there is the rounding of the sum.
        Threshold = observed - 1e-9 - (1e-13 * Math.Abs(observed));
    }

    public double Threshold { get; }

    public double Cell(int row, int column, long count) =>
        _alternative == OddsRatioAlternative.TwoSided ? LogFactorial.Of(count)
        : row != 0 || column != 0 ? 0
        : _alternative == OddsRatioAlternative.Greater ? count
        : -count;
}
