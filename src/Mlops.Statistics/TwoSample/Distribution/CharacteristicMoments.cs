using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Means and co-moments of cos(t x) and sin(t x) over a sample, for several t: cosines first.</summary>
internal sealed class CharacteristicMoments
{
    /// <summary>Rows whose functions are kept at a time: they fit in the nearest cache.</summary>
    private const int ChunkSize = 512;

    private readonly double[] _difference;

    private CharacteristicMoments(int functions)
    {
        Means = new double[functions];
        Products = new double[functions, functions];
        _difference = new double[functions];
    }

    internal long Count { get; private set; }

    internal double[] Means { get; }

    /// <summary>Σ (g_a - mean)(g_b - mean), in the upper triangle.</summary>
    internal double[,] Products { get; }

    /// <param name="sample">The values, finite, at least one.</param>
    /// <param name="points">Each t.</param>
    /// <param name="context">With how many threads; it does not change the result.</param>
    internal static unsafe CharacteristicMoments Of(
        ReadOnlySpan<double> sample,
        double[] points,
        ComputeContext context
    )
    {
        var blocks = new CharacteristicMoments[BlockParallel.BlockCount(sample.Length)];
        var count = sample.Length;
        fixed (double* pinned = sample)
        {
            var values = pinned;
            BlockParallel.For(
                blocks.Length,
                context,
                block =>
                {
                    var begin = block * BlockParallel.BlockSize;
                    var length = (int)Math.Min(BlockParallel.BlockSize, (long)count - begin);
                    blocks[block] = OfBlock(new ReadOnlySpan<double>(values + begin, length), points);
                }
            );
        }

        for (var block = 1; block < blocks.Length; block++)
        {
            blocks[0].Merge(blocks[block]);
        }

        return blocks[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CharacteristicMoments OfBlock(ReadOnlySpan<double> block, double[] points)
    {
        var functions = 2 * points.Length;
        CharacteristicMoments sum = new(functions),
            part = new(functions);
        var columns = AlignedColumns(functions);
        Span<double> angles = stackalloc double[ChunkSize];
        for (var begin = 0; begin < block.Length; begin += ChunkSize)
        {
            var chunk = block.Slice(begin, Math.Min(ChunkSize, block.Length - begin));
            for (var i = 0; i < points.Length; i++)
            {
                var scaled = angles[..chunk.Length];
                TensorPrimitives.Multiply(chunk, points[i], scaled);
                TensorPrimitives.Cos<double>(scaled, columns.Slice(i * ChunkSize, chunk.Length));
                TensorPrimitives.Sin<double>(scaled, columns.Slice((points.Length + i) * ChunkSize, chunk.Length));
            }

            part.Set(columns, chunk.Length);
            sum.Merge(part);
        }

        return sum;
    }

    /// <summary>Columns that begin where a vector does: the order in which TensorPrimitives sums depends on it, and so would the last bits.</summary>
    private static unsafe Span<double> AlignedColumns(int functions)
    {
        const int vector = 64 / sizeof(double);
        var array = GC.AllocateUninitializedArray<double>((functions * ChunkSize) + vector, pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref array[0]);
        var begin = (int)((64 - (address % 64)) % 64 / sizeof(double));
        return array.AsSpan(begin, functions * ChunkSize);
    }

    private void Set(Span<double> columns, int rows)
    {
        Count = rows;
        for (var a = 0; a < Means.Length; a++)
        {
            var column = columns.Slice(a * ChunkSize, rows);
            Means[a] = TensorPrimitives.Sum<double>(column) / rows;
            TensorPrimitives.Subtract(column, Means[a], column);
        }

        for (var a = 0; a < Means.Length; a++)
        {
            for (var b = a; b < Means.Length; b++)
            {
                Products[a, b] = TensorPrimitives.Dot<double>(
                    columns.Slice(a * ChunkSize, rows),
                    columns.Slice(b * ChunkSize, rows)
                );
            }
        }
    }

    /// <summary>Chan, Golub and LeVeque (1983).</summary>
    private void Merge(CharacteristicMoments other)
    {
        double total = Count + other.Count,
            share = other.Count / total,
            factor = Count * share;
        for (var a = 0; a < Means.Length; a++)
        {
            _difference[a] = other.Means[a] - Means[a];
            Means[a] += share * _difference[a];
        }

        for (var a = 0; a < Means.Length; a++)
        {
            for (var b = a; b < Means.Length; b++)
            {
                Products[a, b] += other.Products[a, b] + (factor * _difference[a] * _difference[b]);
            }
        }

        Count += other.Count;
    }
}
