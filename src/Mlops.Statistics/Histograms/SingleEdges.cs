using System.Buffers;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts singles in the bins of a definition whose edges are doubles, without widening them.</summary>
/// <remarks>
/// For a single x and any double e, x &gt; e if and only if x &gt; f, where f is the largest single that is not above e. Between edges with the
/// same f there is no single, so only the bin below the first of them takes values.
/// </remarks>
internal static class SingleEdges
{
    /// <summary>Adds the counts to <paramref name="counts"/> and returns how many values are NaN.</summary>
    internal static long Count(
        ReadOnlySpan<float> values,
        ReadOnlySpan<double> edges,
        Span<long> counts,
        ComputeContext? context
    )
    {
        var rounded = ArrayPool<float>.Shared.Rent(edges.Length);
        var binOf = ArrayPool<int>.Shared.Rent(edges.Length + 1);
        var distinct = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            var edge = RoundDown(edges[i]);
            if (distinct == 0 || edge > rounded[distinct - 1])
            {
                // Below this edge lies the bin that ends with it.
                binOf[distinct] = i;
                rounded[distinct++] = edge;
            }
        }

        binOf[distinct] = edges.Length;
        var found = ArrayPool<long>.Shared.Rent(distinct + 1);
        var foundCounts = found.AsSpan(0, distinct + 1);
        foundCounts.Clear();
        var kernels = (context ?? ComputeContext.Default).Kernels<IHistogramKernels>();
        var missing = kernels.Count(values, rounded.AsSpan(0, distinct), foundCounts, context);
        for (var i = 0; i <= distinct; i++)
        {
            counts[binOf[i]] += foundCounts[i];
        }

        ArrayPool<long>.Shared.Return(found);
        ArrayPool<int>.Shared.Return(binOf);
        ArrayPool<float>.Shared.Return(rounded);
        return missing;
    }

    private static float RoundDown(double edge)
    {
        var nearest = (float)edge;
        return nearest > edge ? float.BitDecrement(nearest) : nearest;
    }
}
