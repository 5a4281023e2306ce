using System.Numerics;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts against a few edges: for each, the values above it are counted in vectors; a bin is the difference of two such counts.</summary>
internal static unsafe class HistogramComparison<T, TVector, TLanes>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>Values compared with all edges while they are in the first-level cache; a lane counts so far exactly in either type.</summary>
    private const int Tile = 2_048;

    /// <summary>Adds the counts to <paramref name="bins"/> and returns how many values are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Count(ReadOnlySpan<T> values, ReadOnlySpan<T> edges, Span<long> bins)
    {
        // above[0] counts what is a number at all; above[i + 1] what is above edge i; the last stays 0.
        var above = stackalloc long[edges.Length + 2];
        new Span<long>(above, edges.Length + 2).Clear();
        fixed (
            T* first = values,
                bounds = edges
        )
        {
            var whole = values.Length - (values.Length % TLanes.Count);
            for (var start = 0; start < whole; start += Tile)
            {
                CountTile<TVector, TLanes>(first + start, Math.Min(Tile, whole - start), bounds, edges.Length, above);
            }

            CountTile<T, SingleLane<T>>(first + whole, values.Length - whole, bounds, edges.Length, above);
        }

        for (var bin = 0; bin <= edges.Length; bin++)
        {
            bins[bin] += above[bin] - above[bin + 1];
        }

        return values.Length - above[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountTile<TWide, TWidth>(T* tile, int length, T* edges, int edgeCount, long* above)
        where TWidth : struct, ILanes<T, TWide>
    {
        above[0] += CountNumbers<TWide, TWidth>(tile, length);
        var edge = 0;
        for (; edge <= edgeCount - 4; edge += 4)
        {
            CountAboveFour<TWide, TWidth>(tile, length, edges + edge, above + edge + 1);
        }

        for (; edge < edgeCount; edge++)
        {
            above[edge + 1] += CountAbove<TWide, TWidth>(tile, length, edges[edge]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountNumbers<TWide, TWidth>(T* tile, int length)
        where TWidth : struct, ILanes<T, TWide>
    {
        var count = TWidth.Create(T.Zero);
        for (var i = 0; i < length; i += TWidth.Count)
        {
            count = TWidth.CountNumbers(count, TWidth.Load(tile + i));
        }

        return TWidth.Total(count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountAbove<TWide, TWidth>(T* tile, int length, T edge)
        where TWidth : struct, ILanes<T, TWide>
    {
        var bound = TWidth.Create(edge);
        var count = TWidth.Create(T.Zero);
        for (var i = 0; i < length; i += TWidth.Count)
        {
            count = TWidth.CountAbove(count, TWidth.Load(tile + i), bound);
        }

        return TWidth.Total(count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountAboveFour<TWide, TWidth>(T* tile, int length, T* edges, long* above)
        where TWidth : struct, ILanes<T, TWide>
    {
        var (e0, e1) = (TWidth.Create(edges[0]), TWidth.Create(edges[1]));
        var (e2, e3) = (TWidth.Create(edges[2]), TWidth.Create(edges[3]));
        var (c0, c1) = (TWidth.Create(T.Zero), TWidth.Create(T.Zero));
        var (c2, c3) = (c0, c0);
        for (var i = 0; i < length; i += TWidth.Count)
        {
            var value = TWidth.Load(tile + i);
            c0 = TWidth.CountAbove(c0, value, e0);
            c1 = TWidth.CountAbove(c1, value, e1);
            c2 = TWidth.CountAbove(c2, value, e2);
            c3 = TWidth.CountAbove(c3, value, e3);
        }

        above[0] += TWidth.Total(c0);
        above[1] += TWidth.Total(c1);
        above[2] += TWidth.Total(c2);
        above[3] += TWidth.Total(c3);
    }
}
