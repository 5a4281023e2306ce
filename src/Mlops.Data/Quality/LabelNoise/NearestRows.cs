using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlops.Data.Quality.LabelNoise;

/// <summary>Finds the nearest rows of each row by comparing it with all: blocks of rows against blocks of the reference, which stay in the cache.</summary>
internal static class NearestRows
{
    private const int QueryBlock = 64;
    private const int ReferenceBlock = 256;

    /// <summary>The positions of the k nearest rows of each row, the nearest first; -1 where there are fewer.</summary>
    public static int[] Of(
        FeatureMatrix matrix,
        int[] reference,
        int k,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    )
    {
        var nearest = new int[matrix.Rows * k];
        var blocks = (matrix.Rows + QueryBlock - 1) / QueryBlock;
        var done = 0;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { CancellationToken = cancellationToken },
            block =>
            {
                Block(matrix, reference, k, block * QueryBlock, nearest);
                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
            }
        );
        return nearest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(FeatureMatrix matrix, int[] reference, int k, int start, int[] nearest)
    {
        var end = Math.Min(start + QueryBlock, matrix.Rows);
        nearest.AsSpan(start * k, (end - start) * k).Fill(-1);
        var distances = new float[(end - start) * k];
        Array.Fill(distances, float.PositiveInfinity);
        for (var from = 0; from < reference.Length; from += ReferenceBlock)
        {
            var others = reference.AsSpan(from, Math.Min(ReferenceBlock, reference.Length - from));
            for (var row = start; row < end; row++)
            {
                var own = MemoryMarshal.Cast<float, Vector<float>>(matrix[row]);
                var held = distances.AsSpan((row - start) * k, k);
                var rows = nearest.AsSpan(row * k, k);
                foreach (var other in others)
                {
                    var distance = Distance(own, MemoryMarshal.Cast<float, Vector<float>>(matrix[other]));
                    // Rows come in ascending order, so the earlier stays before one as far away.
                    if (distance < held[^1] && other != row)
                    {
                        Insert(held, rows, distance, other);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Distance(ReadOnlySpan<Vector<float>> first, ReadOnlySpan<Vector<float>> second)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < first.Length && i < second.Length; i++)
        {
            var difference = first[i] - second[i];
            sum += difference * difference;
        }

        return Vector.Sum(sum);
    }

    private static void Insert(Span<float> distances, Span<int> rows, float distance, int row)
    {
        var at = distances.Length - 1;
        for (; at > 0 && distances[at - 1] > distance; at--)
        {
            distances[at] = distances[at - 1];
            rows[at] = rows[at - 1];
        }

        distances[at] = distance;
        rows[at] = row;
    }
}
