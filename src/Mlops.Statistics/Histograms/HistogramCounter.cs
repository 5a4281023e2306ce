using System.Buffers;
using System.Numerics;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts values block by block on the context's threads, in vectors of a given width.</summary>
internal static unsafe class HistogramCounter<T, TVector, TLanes>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>Up to so many edges, comparing with every one is faster than searching: the wider the vectors, the more.</summary>
    private static int MaxComparedEdges => 4 * TLanes.Count;

    /// <summary>Adds the counts to <paramref name="counts"/> and returns how many values are NaN. The edges are valid.</summary>
    internal static long Count(ReadOnlySpan<T> values, ReadOnlySpan<T> edges, Span<long> counts, ComputeContext context)
    {
        var (length, bins) = (values.Length, edges.Length + 1);
        var totals = ArrayPool<long>.Shared.Rent(bins);
        totals.AsSpan(0, bins).Clear();
        var missing = 0L;
        using var grid = edges.Length > MaxComparedEdges ? new HistogramGrid<T>(edges, length) : null;
        fixed (
            T* pinnedValues = values,
                pinnedEdges = edges
        )
        {
            var (first, firstEdge) = ((nint)pinnedValues, (nint)pinnedEdges);
            BlockParallel.For(
                BlockParallel.BlockCount(length),
                context,
                block =>
                {
                    var start = block * BlockParallel.BlockSize;
                    var own = ArrayPool<long>.Shared.Rent(bins);
                    own.AsSpan(0, bins).Clear();
                    var values = new ReadOnlySpan<T>(
                        (T*)first + start,
                        Math.Min(BlockParallel.BlockSize, length - start)
                    );
                    var missingHere =
                        grid?.Count<TVector, TLanes>(values, own)
                        ?? HistogramComparison<T, TVector, TLanes>.Count(
                            values,
                            new ReadOnlySpan<T>((T*)firstEdge, bins - 1),
                            own
                        );
                    lock (totals)
                    {
                        missing += missingHere;
                        Add(own.AsSpan(0, bins), totals);
                    }

                    ArrayPool<long>.Shared.Return(own);
                }
            );
        }

        Add(totals.AsSpan(0, bins), counts);
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
