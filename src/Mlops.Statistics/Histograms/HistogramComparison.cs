using System.Numerics;
using System.Runtime.InteropServices;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts against a few edges: for each, the values above it are counted in vectors; a bin is the difference of two such counts.</summary>
internal static class HistogramComparison<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Up to so many edges, comparing with every one is faster than searching.</summary>
    internal const int MaxEdges = 16;

    /// <summary>Values compared with all edges while they are in the first-level cache; a lane counts so far exactly in either type.</summary>
    private const int Tile = 2_048;

    /// <summary>Adds the counts to <paramref name="bins"/> and returns how many values are NaN.</summary>
    internal static long Count(ReadOnlySpan<T> values, ReadOnlySpan<T> edges, Span<long> bins)
    {
        // above[0] counts what is a number at all; above[i + 1] what is above edge i; the last stays 0.
        Span<long> above = stackalloc long[edges.Length + 2];
        above.Clear();
        for (var start = 0; start < values.Length; start += Tile)
        {
            var tile = values[start..Math.Min(values.Length, start + Tile)];
            above[0] += CountNumbers(tile);
            var edge = 0;
            for (; edge <= edges.Length - 4; edge += 4)
            {
                CountAbove(tile, edges.Slice(edge, 4), above.Slice(edge + 1, 4));
            }

            for (; edge < edges.Length; edge++)
            {
                above[edge + 1] += CountAbove(tile, edges[edge]);
            }
        }

        for (var bin = 0; bin <= edges.Length; bin++)
        {
            bins[bin] += above[bin] - above[bin + 1];
        }

        return values.Length - above[0];
    }

    private static long CountNumbers(ReadOnlySpan<T> tile)
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(tile);
        var count = Vector<T>.Zero;
        foreach (var value in vectors)
        {
            count += (Vector.Equals(value, value) & Vector<T>.One);
        }

        var total = long.CreateTruncating(Vector.Sum(count));
        foreach (var value in tile[(vectors.Length * Vector<T>.Count)..])
        {
            total += T.IsNaN(value) ? 0 : 1;
        }

        return total;
    }

    private static long CountAbove(ReadOnlySpan<T> tile, T edge)
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(tile);
        var bound = new Vector<T>(edge);
        var count = Vector<T>.Zero;
        foreach (var value in vectors)
        {
            count += (Vector.GreaterThan(value, bound) & Vector<T>.One);
        }

        return long.CreateTruncating(Vector.Sum(count)) + CountTail(tile[(vectors.Length * Vector<T>.Count)..], edge);
    }

    private static void CountAbove(ReadOnlySpan<T> tile, ReadOnlySpan<T> edges, Span<long> above)
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(tile);
        var one = Vector<T>.One;
        var (e0, e1, e2, e3) = (
            new Vector<T>(edges[0]),
            new Vector<T>(edges[1]),
            new Vector<T>(edges[2]),
            new Vector<T>(edges[3])
        );
        var (c0, c1, c2, c3) = (Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero);
        foreach (var value in vectors)
        {
            c0 += (Vector.GreaterThan(value, e0) & one);
            c1 += (Vector.GreaterThan(value, e1) & one);
            c2 += (Vector.GreaterThan(value, e2) & one);
            c3 += (Vector.GreaterThan(value, e3) & one);
        }

        var tail = tile[(vectors.Length * Vector<T>.Count)..];
        above[0] += long.CreateTruncating(Vector.Sum(c0)) + CountTail(tail, edges[0]);
        above[1] += long.CreateTruncating(Vector.Sum(c1)) + CountTail(tail, edges[1]);
        above[2] += long.CreateTruncating(Vector.Sum(c2)) + CountTail(tail, edges[2]);
        above[3] += long.CreateTruncating(Vector.Sum(c3)) + CountTail(tail, edges[3]);
    }

    private static long CountTail(ReadOnlySpan<T> tail, T edge)
    {
        var count = 0L;
        foreach (var value in tail)
        {
            count += value > edge ? 1 : 0;
        }

        return count;
    }
}
