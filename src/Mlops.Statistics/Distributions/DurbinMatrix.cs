using System.Numerics.Tensors;

namespace Mlops.Statistics.Distributions;

/// <summary>The distribution of Kolmogorov's statistic as an entry of a power of a matrix.</summary>
/// <remarks>
/// Durbin (1968); Marsaglia, Tsang and Wang (2003), "Evaluating Kolmogorov's distribution". All entries are positive, so nothing cancels;
/// only the row that is asked for is carried along, and powers of two are taken out as it grows. O((n d)³ log n).
/// </remarks>
internal static class DurbinMatrix
{
    private const int ScaleExponent = 256;

    /// <summary>P(D ≤ d) for 1/(2n) &lt; d &lt; 1.</summary>
    public static double Probability(int n, double d)
    {
        var t = n * d;
        var k = (int)Math.Ceiling(t);
        var size = (2 * k) - 1;
        double[] power = Matrix(size, k - t),
            square = new double[power.Length],
            row = new double[size],
            product = new double[size];
        row[k - 1] = 1;
        int powerExponent = 0,
            exponent = 0;
        for (var left = n; ; )
        {
            if ((left & 1) == 1)
            {
                Multiply(row, power, product);
                (row, product) = (product, row);
                exponent += powerExponent + TakeOut(row, k - 1);
            }

            left >>= 1;
            if (left == 0)
            {
                break;
            }

            for (var i = 0; i < size; i++)
            {
                Multiply(power.AsSpan(i * size, size), power, square.AsSpan(i * size, size));
            }

            (power, square) = (square, power);
            powerExponent = (2 * powerExponent) + TakeOut(power, ((k - 1) * size) + k - 1);
        }

        return Math.ScaleB(TimesFactorialShare(row[k - 1], n, ref exponent), exponent);
    }

    /// <summary>p n!/n^n, with what would underflow put into the exponent.</summary>
    private static double TimesFactorialShare(double p, int n, ref int exponent)
    {
        for (var i = 1; i < n; i++)
        {
            p *= (double)i / n;
            if (p < 1e-140)
            {
                p = Math.ScaleB(p, ScaleExponent);
                exponent -= ScaleExponent;
            }
        }

        return p;
    }

    private static double[] Matrix(int size, double h)
    {
        var matrix = new double[size * size];
        var inverseFactorial = new double[size + 1];
        inverseFactorial[0] = 1;
        for (var i = 1; i <= size; i++)
        {
            inverseFactorial[i] = inverseFactorial[i - 1] / i;
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= Math.Min(i + 1, size - 1); j++)
            {
                matrix[(i * size) + j] = inverseFactorial[i - j + 1];
            }
        }

        for (var i = 0; i < size; i++)
        {
            var edge = (1 - Math.Pow(h, i + 1)) * inverseFactorial[i + 1];
            matrix[i * size] = edge;
            matrix[((size - 1) * size) + size - 1 - i] = edge;
        }

        var corner = 1 - (2 * Math.Pow(h, size)) + (h > 0.5 ? Math.Pow((2 * h) - 1, size) : 0);
        matrix[(size - 1) * size] = corner * inverseFactorial[size];
        return matrix;
    }

    private static void Multiply(ReadOnlySpan<double> row, ReadOnlySpan<double> matrix, Span<double> product)
    {
        var size = row.Length;
        product.Clear();
        for (var i = 0; i < size; i++)
        {
            if (row[i] != 0)
            {
                TensorPrimitives.MultiplyAdd(matrix.Slice(i * size, size), row[i], product, product);
            }
        }
    }

    /// <summary>Brings values to about 1 when they have grown: the next product of two of them must not overflow.</summary>
    private static int TakeOut(Span<double> values, int position)
    {
        if (values[position] < 1e100)
        {
            return 0;
        }

        var exponent = Math.ILogB(values[position]);
        TensorPrimitives.Multiply(values, Math.ScaleB(1, -exponent), values);
        return exponent;
    }
}
