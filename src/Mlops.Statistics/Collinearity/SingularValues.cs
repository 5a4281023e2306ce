using System.Numerics.Tensors;

namespace Mlops.Statistics.Collinearity;

/// <summary>Singular values by one-sided Jacobi rotations, which keep small ones to high relative accuracy.</summary>
/// <remarks>Demmel and Veselić (1992), "Jacobi's method is more accurate than QR".</remarks>
internal static class SingularValues
{
    private const double Orthogonal = 1e-15;
    private const int MostSweeps = 60;

    /// <summary>The singular values of a square matrix given column by column, and with each its right direction; the matrix is used up.</summary>
    internal static (double[] Values, double[] Directions) Of(double[] matrix, int size)
    {
        // Rotations of the columns A V gather in V; in the end the columns' lengths are the singular values.
        var directions = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            directions[(i * size) + i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var isDone = true;
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    isDone &= !Rotate(
                        Column(matrix, p),
                        Column(matrix, q),
                        Column(directions, p),
                        Column(directions, q)
                    );
                }
            }

            if (isDone)
            {
                break;
            }
        }

        var values = new double[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = TensorPrimitives.Norm<double>(Column(matrix, i));
        }

        return (values, directions);

        Span<double> Column(double[] of, int index) => of.AsSpan(index * size, size);
    }

    private static bool Rotate(Span<double> x, Span<double> y, Span<double> u, Span<double> v)
    {
        double a = TensorPrimitives.SumOfSquares<double>(x),
            b = TensorPrimitives.SumOfSquares<double>(y),
            c = TensorPrimitives.Dot<double>(x, y);
        if (Math.Abs(c) <= Orthogonal * Math.Sqrt(a) * Math.Sqrt(b) || c == 0)
        {
            return false;
        }

        var zeta = (b - a) / (2 * c);
        var tangent = Math.CopySign(1, zeta) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = cosine * tangent;
        Turn(x, y, cosine, sine);
        Turn(u, v, cosine, sine);
        return true;
    }

    private static void Turn(Span<double> x, Span<double> y, double cosine, double sine)
    {
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = ((cosine * x[i]) - (sine * y[i]), (sine * x[i]) + (cosine * y[i]));
        }
    }
}
