using System.Numerics;
using System.Runtime.Intrinsics;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts in fixed blocks on all threads; whole numbers add up to the same whatever the order.</summary>
internal sealed class CpuHistogramKernels : IHistogramKernels
{
    internal static CpuHistogramKernels Instance { get; } = new();

    public long Count(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> edges,
        Span<long> counts,
        ComputeContext? context = null
    ) => CountInWidestVectors(values, edges, counts, context ?? ComputeContext.Default);

    public long Count(
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> edges,
        Span<long> counts,
        ComputeContext? context = null
    ) => CountInWidestVectors(values, edges, counts, context ?? ComputeContext.Default);

    private static long CountInWidestVectors<T>(
        ReadOnlySpan<T> values,
        ReadOnlySpan<T> edges,
        Span<long> counts,
        ComputeContext context
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        HistogramEdges.ThrowIfInvalid(edges);
        if (counts.Length != edges.Length + 1)
        {
            throw new ArgumentException(
                $"counts has {counts.Length} elements; {edges.Length} edges make {edges.Length + 1} bins.",
                nameof(counts)
            );
        }

        return Vector512.IsHardwareAccelerated
                ? HistogramCounter<T, Vector512<T>, Lanes512<T>>.Count(values, edges, counts, context)
            : Vector256.IsHardwareAccelerated
                ? HistogramCounter<T, Vector256<T>, Lanes256<T>>.Count(values, edges, counts, context)
            : HistogramCounter<T, T, SingleLane<T>>.Count(values, edges, counts, context);
    }
}
