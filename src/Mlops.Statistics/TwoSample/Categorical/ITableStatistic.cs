namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>A statistic of tables with the same margins that is a sum over cells.</summary>
/// <remarks>A struct whose state doesn't change: it is called from many threads.</remarks>
internal interface ITableStatistic
{
    /// <summary>The least sum that counts as at least as extreme as the observed table's.</summary>
    double Threshold { get; }

    /// <summary>What a cell adds; larger is more extreme.</summary>
    /// <param name="row">The cell's row.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="count">The count in it.</param>
    double Cell(int row, int column, long count);
}
