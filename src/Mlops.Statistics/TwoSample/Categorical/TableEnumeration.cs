using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>All tables with the margins of one: the exact conditional distribution of a statistic.</summary>
internal static class TableEnumeration
{
    /// <summary>How many cells are filled in at most before the search is given up.</summary>
    private const long MostSteps = 4_000_000;

    /// <summary>More columns than this have too many tables, unless nearly all are alone in their rows.</summary>
    private const int MostColumns = 64;

    /// <summary>The probability, given the margins, of a statistic that is at least the threshold; false where there are too many tables.</summary>
    internal static bool TryTest<TStatistic>(
        ContingencyTable table,
        TStatistic statistic,
        ComputeContext context,
        out double pValue
    )
        where TStatistic : struct, ITableStatistic
    {
        pValue = double.NaN;
        var columns = Enumerable.Range(0, table.Columns).Where(j => table.ColumnSums[j] > 0).ToArray();
        if (columns.Length > MostColumns || LeastTables(table, columns) > MostSteps)
        {
            return false;
        }

        var search = new Search<TStatistic>(table, columns, statistic, context);
        if (!search.Run())
        {
            return false;
        }

        pValue = Math.Min(1, search.Extreme / search.All);
        return true;
    }

    /// <summary>A bound that costs nothing: there are at least as many tables as any one cell has values.</summary>
    private static double LeastTables(ContingencyTable table, int[] columns)
    {
        double most = 1;
        foreach (var j in columns)
        {
            var column = table.ColumnSums[j];
            foreach (var row in table.RowSums)
            {
                most = Math.Max(most, 1.0 + Math.Min(row, column) - Math.Max(0, row + column - table.Total));
            }
        }

        return most;
    }

    private sealed class Search<TStatistic>(
        ContingencyTable table,
        int[] columns,
        TStatistic statistic,
        ComputeContext context
    )
        where TStatistic : struct, ITableStatistic
    {
        private readonly long[] _left = [.. table.RowSums];
        private readonly double _offset =
            table.RowSums.Sum(LogFactorial.Of)
            + table.ColumnSums.Sum(LogFactorial.Of)
            - LogFactorial.Of(table.Total);

        private long _steps;

        public double All { get; private set; }

        public double Extreme { get; private set; }

        public bool Run() => Fill(0, 0, table.ColumnSums[columns[0]], 0, _offset);

        /// <summary>Tries every count in a cell and goes on; the last row and the last column follow from the others.</summary>
        private bool Fill(int index, int row, long inColumn, double sum, double logWeight)
        {
            var column = columns[index];
            if (row == table.Rows - 1)
            {
                return inColumn > _left[row] || Put(index, row, inColumn, 0, sum, logWeight);
            }

            var most = Math.Min(inColumn, _left[row]);
            var least = index == columns.Length - 1 ? _left[row] : 0;
            for (var count = least; count <= most; count++)
            {
                if (!Put(index, row, count, inColumn - count, sum, logWeight))
                {
                    return false;
                }
            }

            return true;

            bool Put(int at, int i, long count, long rest, double before, double weight)
            {
                if (++_steps > MostSteps)
                {
                    return false;
                }

                if ((_steps & 0xFFFF) == 0)
                {
                    context.CancellationToken.ThrowIfCancellationRequested();
                }

                _left[i] -= count;
                var now = before + statistic.Cell(i, column, count);
                var logarithm = weight - LogFactorial.Of(count);
                var goesOn =
                    i < table.Rows - 1 ? Fill(at, i + 1, rest, now, logarithm)
                    : at < columns.Length - 1 ? Fill(at + 1, 0, table.ColumnSums[columns[at + 1]], now, logarithm)
                    : Take(now, logarithm);
                _left[i] += count;
                return goesOn;
            }
        }

        private bool Take(double sum, double logWeight)
        {
            var weight = Math.Exp(logWeight);
            All += weight;
            Extreme += sum >= statistic.Threshold ? weight : 0;
            return true;
        }
    }
}
