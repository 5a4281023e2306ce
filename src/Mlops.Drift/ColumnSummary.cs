using Mlops.Data.Profiles;

namespace Mlops.Drift;

/// <summary>A column of one side in a few numbers.</summary>
/// <param name="RowCount">Rows.</param>
/// <param name="MissingCount">Rows without a value.</param>
/// <param name="Mean">The mean of a number column; NaN otherwise, and when there are no finite values.</param>
/// <param name="StandardDeviation">The sample standard deviation; NaN likewise.</param>
/// <param name="Minimum">The least value; NaN likewise.</param>
/// <param name="Maximum">The greatest value; NaN likewise.</param>
/// <param name="CategoryCount">The number of distinct categories; 0 for a number column.</param>
public readonly record struct ColumnSummary(
    long RowCount,
    long MissingCount,
    double Mean,
    double StandardDeviation,
    double Minimum,
    double Maximum,
    int CategoryCount
)
{
    /// <summary>The share of rows without a value, in [0,1]; NaN without rows.</summary>
    public double MissingShare => RowCount == 0 ? double.NaN : (double)MissingCount / RowCount;

    internal static ColumnSummary Of(ColumnProfile profile) =>
        profile is NumericColumnProfile { Moments: var moments }
            ? new ColumnSummary(
                profile.RowCount,
                profile.MissingCount,
                moments.Mean,
                moments.SampleStandardDeviation,
                moments.Minimum,
                moments.Maximum,
                0
            )
            : new ColumnSummary(
                profile.RowCount,
                profile.MissingCount,
                double.NaN,
                double.NaN,
                double.NaN,
                double.NaN,
                ((CategoryColumnProfile)profile).DistinctCount
            );
}
