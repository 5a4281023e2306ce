using System.Numerics;
using System.Runtime.Intrinsics;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Histograms;

namespace Mlops.Statistics.Tests.Histograms;

/// <summary>The definition, as a loop.</summary>
internal static class HistogramReference
{
    /// <summary>More than any width compares with; beyond, it would only be slow.</summary>
    private const int MaxCompared = 100;

    internal static void AssertEqual(double[] values, double[] edges)
    {
        var (counts, missing) = Count(values, edges);
        foreach (var threads in new[] { 1, 3 })
        {
            var actual = new long[edges.Length + 1];
            var context = new ComputeContext { MaxDegreeOfParallelism = threads };
            var actualMissing = context.Kernels<IHistogramKernels>().Count(values, edges, actual, context);
            Assert.Equal(counts, actual);
            Assert.Equal(missing, actualMissing);
        }

        AssertEveryPath(values, edges, counts, missing);
        var singles = Array.ConvertAll(values, x => (float)x);
        float[] singleEdges = [.. edges.Select(x => (float)x).Distinct()];
        var (singleCounts, singleMissing) = Count(
            Array.ConvertAll(singles, x => (double)x),
            Array.ConvertAll(singleEdges, x => (double)x)
        );
        AssertEveryPath(singles, singleEdges, singleCounts, singleMissing);
    }

    /// <summary>Comparison and grid, in vectors of every width: those that this machine lacks are emulated.</summary>
    private static void AssertEveryPath<T>(T[] values, T[] edges, long[] counts, long missing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AssertWidth<T, Vector512<T>, Lanes512<T>>(values, edges, counts, missing);
        AssertWidth<T, Vector256<T>, Lanes256<T>>(values, edges, counts, missing);
        AssertWidth<T, T, SingleLane<T>>(values, edges, counts, missing);
    }

    private static void AssertWidth<T, TVector, TLanes>(T[] values, T[] edges, long[] counts, long missing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLanes : struct, ILanes<T, TVector>
    {
        if (edges.Length <= MaxCompared)
        {
            var compared = new long[edges.Length + 1];
            Assert.Equal(missing, HistogramComparison<T, TVector, TLanes>.Count(values, edges, compared));
            Assert.Equal(counts, compared);
        }

        // With and without a grid: few values make none.
        foreach (var valueCount in new[] { long.MaxValue, 0 })
        {
            using var grid = new HistogramGrid<T>(edges, valueCount);
            var searched = new long[edges.Length + 1];
            Assert.Equal(missing, grid.Count<TVector, TLanes>(values, searched));
            Assert.Equal(counts, searched);
        }

        var chosen = new long[edges.Length + 1];
        var context = ComputeContext.Default;
        Assert.Equal(missing, HistogramCounter<T, TVector, TLanes>.Count(values, edges, chosen, context));
        Assert.Equal(counts, chosen);
    }

    internal static (long[] Counts, long Missing) Count(double[] values, double[] edges)
    {
        var (counts, missing) = (new long[edges.Length + 1], 0L);
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                missing++;
                continue;
            }

            var bin = 0;
            while (bin < edges.Length && value > edges[bin])
            {
                bin++;
            }

            counts[bin]++;
        }

        return (counts, missing);
    }
}
