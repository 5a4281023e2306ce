using System.Numerics.Tensors;

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
        var rows = new Builder(matrix.Length / features, features);
        for (var row = 0; row < rows.Count; row++)
        {
            rows.Add(row, matrix.Slice(row * features, features));
        }

        return rows.Build();
    }

    public static AttributionRows Of(int count, ReadOnlyMemory<double>[] columns)
    {
        var rows = new Builder(count, columns.Length);
        var values = new double[columns.Length];
        for (var row = 0; row < count; row++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                values[j] = columns[j].Span[row];
            }

            rows.Add(row, values);
        }

        return rows.Build();
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

    private sealed class Builder(int count, int features)
    {
        private readonly double[] _sums = new double[Math.Min(count, MostGroups) * features];
        private readonly long[] _counts = new long[Math.Min(count, MostGroups)];
        private long _skipped;

        public int Count => count;

        public void Add(int row, ReadOnlySpan<double> values)
        {
            if (TensorPrimitives.IsNaNAny(values))
            {
                _skipped++;
                return;
            }

            var group = (int)((long)row * _counts.Length / count);
            _counts[group]++;
            var sum = _sums.AsSpan(group * features, features);
            for (var j = 0; j < features; j++)
            {
                sum[j] += Math.Abs(values[j]);
            }
        }

        public AttributionRows Build() => new(features, _sums, _counts, _skipped);
    }
}
