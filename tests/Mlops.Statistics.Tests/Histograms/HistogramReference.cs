using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Tests.Histograms;

/// <summary>The definition, as a loop.</summary>
internal static class HistogramReference
{
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
