using System.Buffers;
using System.Numerics;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts in fixed blocks on all threads; whole numbers add up to the same whatever the order.</summary>
internal sealed unsafe class CpuHistogramKernels : IHistogramKernels
{
    internal static CpuHistogramKernels Instance { get; } = new();

    public long Count(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> edges,
        Span<long> counts,
        ComputeContext? context = null
    ) => CountBlocks(values, edges, counts, context ?? ComputeContext.Default);

    public long Count(
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> edges,
        Span<long> counts,
        ComputeContext? context = null
    ) => CountBlocks(values, edges, counts, context ?? ComputeContext.Default);

    private static long CountBlocks<T>(
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

        var blocks = BlockParallel.BlockCount(values.Length);
        var (length, edgeCount) = (values.Length, edges.Length);
        var totals = ArrayPool<long>.Shared.Rent(edgeCount + 1);
        totals.AsSpan(0, edgeCount + 1).Clear();
        var missing = 0L;
        using var grid =
            edgeCount > HistogramComparison<T>.MaxEdges ? new HistogramGrid<T>(edges, values.Length) : null;
        fixed (
            T* pinnedValues = values,
                pinnedEdges = edges
        )
        {
            var (first, firstEdge) = ((nint)pinnedValues, (nint)pinnedEdges);
            BlockParallel.For(
                blocks,
                context,
                block =>
                {
                    var start = block * BlockParallel.BlockSize;
                    var own = ArrayPool<long>.Shared.Rent(edgeCount + 1);
                    var bins = own.AsSpan(0, edgeCount + 1);
                    bins.Clear();
                    var values = new ReadOnlySpan<T>(
                        (T*)first + start,
                        Math.Min(BlockParallel.BlockSize, length - start)
                    );
                    var missingHere =
                        grid?.Count(values, bins)
                        ?? HistogramComparison<T>.Count(values, new ReadOnlySpan<T>((T*)firstEdge, edgeCount), bins);
                    lock (totals)
                    {
                        missing += missingHere;
                        Add(bins, totals);
                    }

                    ArrayPool<long>.Shared.Return(own);
                }
            );
        }

        Add(totals.AsSpan(0, edgeCount + 1), counts);
        ArrayPool<long>.Shared.Return(totals);
        return missing;
    }

    private static void Add(ReadOnlySpan<long> bins, Span<long> totals)
    {
        for (var i = 0; i < bins.Length; i++)
        {
            totals[i] += bins[i];
        }
    }
}
