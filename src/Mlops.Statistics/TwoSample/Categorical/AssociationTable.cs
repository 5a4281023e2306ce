using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A table as shares of all counts, for measures whose standard error is that of a sum over rows of data.</summary>
internal sealed class AssociationTable
{
    private readonly ContingencyTable _table;
    private readonly double _level;

    private AssociationTable(ContingencyTable table, double level) => (_table, _level) = (table, level);

    public int Rows => _table.Rows;

    public int Columns => _table.Columns;

    public double this[int row, int column] => (double)_table[row, column] / _table.Total;

    public static AssociationTable From(long[,] table, double confidenceLevel) =>
        new(
            ContingencyTable.From(table, nameof(table)),
            ProportionChecks.Level(confidenceLevel, nameof(confidenceLevel))
        );

    public double RowShare(int row) => (double)_table.RowSums[row] / _table.Total;

    public double ColumnShare(int column) => (double)_table.ColumnSums[column] / _table.Total;

    /// <summary>Calls for every cell that has counts, with its share.</summary>
    public void Each(Action<int, int, double> action) =>
        EachPair(
            (i, j, p) =>
            {
                if (p > 0)
                {
                    action(i, j, p);
                }
            }
        );

    /// <summary>Calls for every cell, with its share.</summary>
    public void EachPair(Action<int, int, double> action)
    {
        if (_table.Total == 0)
        {
            return;
        }

        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                action(i, j, this[i, j]);
            }
        }
    }

    /// <summary>For each cell the shares that lie above it in both row and column or below in both, and those that lie across.</summary>
    public (double[,] With, double[,] Against) Pairs()
    {
        double[,] with = new double[Rows, Columns],
            against = new double[Rows, Columns];
        long[] above = new long[Columns],
            below = [.. _table.ColumnSums];
        double total = _table.Total;
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                below[j] -= _table[i, j];
            }

            long aboveLeft = 0,
                belowLeft = 0,
                aboveRight = above.Sum(),
                belowRight = below.Sum();
            for (var j = 0; j < Columns; j++)
            {
                aboveRight -= above[j];
                belowRight -= below[j];
                with[i, j] = (aboveLeft + belowRight) / total;
                against[i, j] = (aboveRight + belowLeft) / total;
                aboveLeft += above[j];
                belowLeft += below[j];
            }

            for (var j = 0; j < Columns; j++)
            {
                above[j] += _table[i, j];
            }
        }

        return (with, against);
    }

    /// <summary>The measure with its delta-method error: the deviation of its derivative over the rows of data, over √N.</summary>
    /// <param name="value">The measure.</param>
    /// <param name="derivative">Its derivative by a cell's share, up to a constant.</param>
    /// <param name="least">The least value it can have; the largest is 1.</param>
    public AssociationResult Result(double value, Func<int, int, double, double> derivative, double least)
    {
        var status =
            _table.Total == 0 ? ResultStatus.Empty
            : double.IsFinite(value) ? ResultStatus.Ok
            : ResultStatus.Undefined;
        if (status != ResultStatus.Ok)
        {
            return new AssociationResult
            {
                Status = status,
                Value = double.NaN,
                StandardError = double.NaN,
                Interval = new ConfidenceInterval(double.NaN, double.NaN, _level),
                Count = _table.Total,
            };
        }

        double mean = 0,
            variance = 0;
        Each((i, j, p) => mean += p * derivative(i, j, p));
        Each(
            (i, j, p) =>
            {
                var deviation = derivative(i, j, p) - mean;
                variance += p * deviation * deviation;
            }
        );
        double error = Math.Sqrt(variance / _table.Total),
            half = -Normal.Quantile((1 - _level) / 2) * error,
            cut = Math.Clamp(value, least, 1);
        return new AssociationResult
        {
            Status = status,
            Value = cut,
            StandardError = error,
            Interval = new ConfidenceInterval(Math.Max(least, cut - half), Math.Min(1, cut + half), _level),
            Count = _table.Total,
        };
    }
}
