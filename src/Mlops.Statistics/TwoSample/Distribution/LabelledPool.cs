using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Values of several samples in their common order: where groups of equal values end, and the number of each value's sample.</summary>
internal sealed record LabelledPool(byte[] Labels, long[] Ends)
{
    internal bool HasTies => Ends.Length < Labels.Length;

    internal static LabelledPool Of(TieGroups groups) => new(groups.Labels(), groups.Ends);

    /// <summary>The pool of samples in any order, none with NaN. O(N log N + D k) for D different values.</summary>
    internal static LabelledPool Of(IReadOnlyList<ReadOnlyMemory<double>> samples, ComputeContext context)
    {
        var sorted = new double[samples.Count][];
        long total = 0;
        for (var sample = 0; sample < sorted.Length; sample++)
        {
            sorted[sample] = SortedCopy.Of(samples[sample].Span, context);
            total += sorted[sample].Length;
        }

        var pooled = new double[total];
        var position = 0;
        foreach (var sample in sorted)
        {
            sample.CopyTo(pooled, position);
            position += sample.Length;
        }

        using var values = new PooledSortedCopy(pooled, context);
        return Merge(sorted, values.Values);
    }

    private static LabelledPool Merge(double[][] sorted, ReadOnlySpan<double> pooled)
    {
        var labels = new byte[pooled.Length];
        var ends = new List<long>();
        var next = new int[sorted.Length];
        for (var position = 0; position < pooled.Length; ends.Add(position))
        {
            var value = pooled[position];
            for (var sample = 0; sample < sorted.Length; sample++)
            {
                for (; next[sample] < sorted[sample].Length && sorted[sample][next[sample]] <= value; next[sample]++)
                {
                    labels[position++] = (byte)sample;
                }
            }
        }

        return new LabelledPool(labels, [.. ends]);
    }
}
