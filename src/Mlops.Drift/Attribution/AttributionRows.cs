namespace Mlops.Drift.Attribution;

/// <summary>The absolute attributions of one side, summed over groups of rows that follow each other.</summary>
/// <remarks>Drawing at most 4,096 groups anew costs the same for any number of rows, and the mean varies as it does with rows drawn one by one.</remarks>
internal sealed class AttributionRows
{
    private const int MostGroups = 4096;

    private readonly double[] _sums;
    private readonly long[] _counts;

    private AttributionRows(int features, double[] sums, long[] counts, long skipped)
    {
        (Features, _sums, _counts, SkippedRows) = (features, sums, counts, skipped);
        Rows = counts.Sum();
        Importance = Mean(Enumerable.Range(0, Groups));
    }

    public int Features { get; }

    public long Rows { get; }

    /// <summary>Rows in which an attribution is missing.</summary>
    public long SkippedRows { get; }

    public int Groups => _counts.Length;

    /// <summary>The mean absolute attribution of each feature; NaN without rows.</summary>
    public double[] Importance { get; }

    public static AttributionRows Of(ReadOnlySpan<double> matrix, int features)
    {
        var rows = matrix.Length / features;
        var groups = Math.Min(rows, MostGroups);
        var sums = new double[groups * features];
        var counts = new long[groups];
        var skipped = 0L;
        for (var row = 0; row < rows; row++)
        {
            var values = matrix.Slice(row * features, features);
            if (HasMissing(values))
            {
                skipped++;
                continue;
            }

            var group = (int)((long)row * groups / rows);
            counts[group]++;
            var sum = sums.AsSpan(group * features, features);
            for (var j = 0; j < features; j++)
            {
                sum[j] += Math.Abs(values[j]);
            }
        }

        return new AttributionRows(features, sums, counts, skipped);
    }

    /// <summary>The mean absolute attributions of the rows of some groups, each as often as it is named.</summary>
    public double[] Mean(IEnumerable<int> groups)
    {
        var mean = new double[Features];
        var rows = 0L;
        foreach (var group in groups)
        {
            rows += _counts[group];
            for (var j = 0; j < mean.Length; j++)
            {
                mean[j] += _sums[(group * Features) + j];
            }
        }

        for (var j = 0; j < mean.Length; j++)
        {
            mean[j] /= rows;
        }

        return mean;
    }

    private static bool HasMissing(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
