using System.Numerics.Tensors;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Collinearity;

/// <summary>The columns of a matrix that vary, each with mean 0 and length 1.</summary>
internal sealed class StandardizedColumns
{
    private readonly double[][] _columns;

    private StandardizedColumns(double[][] columns, int[] kept)
    {
        _columns = columns;
        Kept = kept;
    }

    /// <summary>Their places in the matrix.</summary>
    internal int[] Kept { get; }

    internal static StandardizedColumns Of(ReadOnlySpan<double> values, int rows, int columns, ComputeContext context)
    {
        var kept = new List<int>();
        var standardized = new List<double[]>();
        for (var j = 0; j < columns; j++)
        {
            var column = new double[rows];
            for (var i = 0; i < rows; i++)
            {
                column[i] = values[(i * columns) + j];
            }

            if (Standardize(column, context))
            {
                kept.Add(j);
                standardized.Add(column);
            }
        }

        return new StandardizedColumns([.. standardized], [.. kept]);
    }

    /// <summary>The triangular factor of their QR decomposition, column by column, by Householder reflections. It uses them up.</summary>
    internal double[] Triangle(ComputeContext context)
    {
        var count = _columns.Length;
        var triangle = new double[count * count];
        for (var j = 0; j < count; j++)
        {
            var pivot = _columns[j];
            for (var i = 0; i < j; i++)
            {
                triangle[(j * count) + i] = pivot[i];
            }

            var mirror = pivot.AsSpan(j);
            var norm = TensorPrimitives.Norm<double>(mirror);
            var diagonal = mirror[0] > 0 ? -norm : norm;
            triangle[(j * count) + j] = diagonal;
            if (norm == 0)
            {
                continue;
            }

            // v = x - diagonal e₁, of squared length 2 norm (norm + |x₁|).
            var scale = 1 / (norm * (norm + Math.Abs(mirror[0])));
            mirror[0] -= diagonal;
            var start = j;
            BlockParallel.For(
                count - j - 1,
                context,
                other =>
                {
                    Span<double> v = pivot.AsSpan(start),
                        x = _columns[start + 1 + other].AsSpan(start);
                    TensorPrimitives.MultiplyAdd(v, -scale * TensorPrimitives.Dot<double>(v, x), x, x);
                }
            );
        }

        return triangle;
    }

    private static bool Standardize(double[] column, ComputeContext context)
    {
        // A power of two brings the largest value near 1: nothing overflows, and no digit is lost.
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(column));
        if (largest == 0)
        {
            return false;
        }

        var exponent = Math.Max(-1000, Math.ILogB(largest));
        TensorPrimitives.Multiply(column, Math.ScaleB(1, -exponent), column);
        var moments = new MomentsDefinition().Create();
        moments.Add(column, context);
        if (moments.Value.Minimum == moments.Value.Maximum)
        {
            return false;
        }

        TensorPrimitives.Subtract(column, moments.Value.Mean, column);
        TensorPrimitives.Divide(column, TensorPrimitives.Norm<double>(column), column);
        return true;
    }
}
