namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Quadratic forms in the pseudoinverse of a symmetric matrix, by Jacobi's rotations.</summary>
internal static class SymmetricPseudoinverse
{
    private const int MostSweeps = 60;

    /// <summary>v' A⁺ v and the rank of A.</summary>
    /// <param name="matrix">A, of which the upper triangle is read. It is destroyed.</param>
    /// <param name="vector">v.</param>
    /// <param name="tolerance">Eigenvalues of at most so much of the largest are taken for 0.</param>
    internal static (double Value, int Rank) QuadraticForm(double[,] matrix, double[] vector, double tolerance)
    {
        var size = vector.Length;
        var axes = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            axes[i, i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && Sweep(matrix, axes); sweep++) { }

        double largest = 0;
        for (var i = 0; i < size; i++)
        {
            largest = Math.Max(largest, Math.Abs(matrix[i, i]));
        }

        double value = 0;
        var rank = 0;
        for (var i = 0; i < size; i++)
        {
            if (!(Math.Abs(matrix[i, i]) > tolerance * largest))
            {
                continue;
            }

            double projection = 0;
            for (var k = 0; k < size; k++)
            {
                projection += axes[k, i] * vector[k];
            }

            value += projection * projection / matrix[i, i];
            rank++;
        }

        return (value, rank);
    }

    /// <summary>Rotates every pair once; false when there was nothing left to rotate.</summary>
    private static bool Sweep(double[,] matrix, double[,] axes)
    {
        var size = matrix.GetLength(0);
        var hasRotated = false;
        for (var p = 0; p < size; p++)
        {
            for (var q = p + 1; q < size; q++)
            {
                var off = matrix[p, q];
                if (Math.Abs(off) <= 1e-300 + (1e-18 * Math.Sqrt(Math.Abs(matrix[p, p] * matrix[q, q]))))
                {
                    continue;
                }

                hasRotated = true;
                var ratio = (matrix[q, q] - matrix[p, p]) / (2 * off);
                var tangent = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt(1 + (ratio * ratio)));
                var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
                Rotate(matrix, axes, p, q, tangent, cosine);
            }
        }

        return hasRotated;
    }

    private static void Rotate(double[,] matrix, double[,] axes, int p, int q, double tangent, double cosine)
    {
        var sine = tangent * cosine;
        var off = matrix[p, q];
        matrix[p, p] -= tangent * off;
        matrix[q, q] += tangent * off;
        matrix[p, q] = 0;
        for (var k = 0; k < axes.GetLength(0); k++)
        {
            if (k != p && k != q)
            {
                ref var first = ref matrix[Math.Min(k, p), Math.Max(k, p)];
                ref var second = ref matrix[Math.Min(k, q), Math.Max(k, q)];
                (first, second) = ((cosine * first) - (sine * second), (sine * first) + (cosine * second));
            }

            (axes[k, p], axes[k, q]) = (
                (cosine * axes[k, p]) - (sine * axes[k, q]),
                (sine * axes[k, p]) + (cosine * axes[k, q])
            );
        }
    }
}
