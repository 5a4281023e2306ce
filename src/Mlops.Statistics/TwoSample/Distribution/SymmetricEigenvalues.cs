namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The eigenvalues of a symmetric matrix: Householder's reduction to three diagonals, and the implicit QL algorithm on those.</summary>
/// <remarks>Martin, Reinsch and Wilkinson (1968); Dubrulle, Martin and Wilkinson (1968). O(n³), n² of them kept. No vectors.</remarks>
internal static class SymmetricEigenvalues
{
    /// <summary>The eigenvalues, the largest first.</summary>
    /// <param name="matrix">The matrix; its lower half is used up.</param>
    internal static double[] Of(double[][] matrix)
    {
        var count = matrix.Length;
        var diagonal = new double[count];
        var beside = new double[count];
        for (var i = count - 1; i >= 1; i--)
        {
            beside[i] = Reduce(matrix, i);
        }

        for (var i = 0; i < count; i++)
        {
            diagonal[i] = matrix[i][i];
        }

        // Between i - 1 and i before, between i and i + 1 from here on.
        Array.Copy(beside, 1, beside, 0, count - 1);
        beside[count - 1] = 0;
        for (var i = 0; i < count; i++)
        {
            Isolate(diagonal, beside, i);
        }

        Array.Sort(diagonal);
        Array.Reverse(diagonal);
        return diagonal;
    }

    /// <summary>Reflects so that row i is 0 left of the second diagonal, and gives what is left there.</summary>
    private static double Reduce(double[][] matrix, int i)
    {
        var row = matrix[i];
        double square = 0;
        for (var k = 0; k < i - 1; k++)
        {
            square += row[k] * row[k];
        }

        if (square == 0)
        {
            return row[i - 1];
        }

        square += row[i - 1] * row[i - 1];
        var length = -Math.CopySign(Math.Sqrt(square), row[i - 1]);

        // The reflection's vector u is the row with this in it, and u·u / 2 is h.
        var h = square - (row[i - 1] * length);
        row[i - 1] -= length;
        var product = new double[i];
        double projection = 0;
        for (var j = 0; j < i; j++)
        {
            double sum = 0;
            for (var k = 0; k <= j; k++)
            {
                sum += matrix[j][k] * row[k];
            }

            for (var k = j + 1; k < i; k++)
            {
                sum += matrix[k][j] * row[k];
            }

            product[j] = sum / h;
            projection += product[j] * row[j];
        }

        var half = projection / (2 * h);
        for (var j = 0; j < i; j++)
        {
            product[j] -= half * row[j];
        }

        for (var j = 0; j < i; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                matrix[j][k] -= (row[j] * product[k]) + (product[j] * row[k]);
            }
        }

        return length;
    }

    /// <summary>Rotates until the value at a place stands alone.</summary>
    private static void Isolate(double[] diagonal, double[] beside, int place)
    {
        while (true)
        {
            var end = place;
            while (end < diagonal.Length - 1 && !IsNothing(beside[end], diagonal[end], diagonal[end + 1]))
            {
                end++;
            }

            if (end == place)
            {
                return;
            }

            var g = (diagonal[place + 1] - diagonal[place]) / (2 * beside[place]);
            var r = double.Hypot(g, 1);
            g = diagonal[end] - diagonal[place] + (beside[place] / (g + Math.CopySign(r, g)));
            double sine = 1,
                cosine = 1,
                shift = 0;
            var i = end - 1;
            for (; i >= place; i--)
            {
                var f = sine * beside[i];
                var b = cosine * beside[i];
                r = double.Hypot(f, g);
                beside[i + 1] = r;
                if (r == 0)
                {
                    diagonal[i + 1] -= shift;
                    beside[end] = 0;
                    break;
                }

                sine = f / r;
                cosine = g / r;
                g = diagonal[i + 1] - shift;
                r = ((diagonal[i] - g) * sine) + (2 * cosine * b);
                shift = sine * r;
                diagonal[i + 1] = g + shift;
                g = (cosine * r) - b;
            }

            if (r == 0 && i >= place)
            {
                continue;
            }

            diagonal[place] -= shift;
            beside[place] = g;
            beside[end] = 0;
        }
    }

    private static bool IsNothing(double beside, double left, double right)
    {
        var scale = Math.Abs(left) + Math.Abs(right);
        return Math.Abs(beside) + scale == scale;
    }
}
