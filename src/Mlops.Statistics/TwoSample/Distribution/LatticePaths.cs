using System.Numerics;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The exact null distribution of the two-sample Kolmogorov-Smirnov statistic: shares of lattice paths that reach a boundary.</summary>
/// <remarks>
/// Under the null all orders of the n + m values are equally likely. An order is a path from (0,0) to (n,m); it has a statistic of at least
/// h / (n m) when it reaches a point with |i m - j n| ≥ h (or i m - j n ≥ h, one-sided). Shares are carried along instead of counts of paths,
/// so that nothing overflows, and all terms are positive, so that small probabilities keep their digits. Hodges (1958); Schröer and Trenkler (1995).
/// </remarks>
internal static class LatticePaths
{
    /// <summary>The share of paths that reach the boundary.</summary>
    /// <param name="n">Values on one side.</param>
    /// <param name="m">Values on the other side.</param>
    /// <param name="h">The boundary: n m times the statistic, from 1 to n m.</param>
    /// <param name="isTwoSided">Whether both directions count.</param>
    /// <param name="token">Stops long work.</param>
    internal static double Probability(long n, long m, Int128 h, bool isTwoSided, CancellationToken token) =>
        n == m ? OfSquare(n, (long)(h / n), isTwoSided) : OfRectangle((int)n, (int)m, (long)h, isTwoSided, token);

    /// <summary>Equal sizes by the reflection principle: C(2n, n-h) / C(2n, n), and for both sides 2 Σ_k (-1)^(k-1) C(2n, n-kh) / C(2n, n).</summary>
    /// <remarks>Gnedenko and Korolyuk (1951). Nested as A₁ (1 - A₂ (1 - …)) with factors in [0,1], in which errors shrink. O(n).</remarks>
    private static double OfSquare(long n, long h, bool isTwoSided)
    {
        double nested = 0;
        for (var k = isTwoSided ? n / h : 1; k >= 1; k--)
        {
            // C(2n, n - kh) / C(2n, n - (k-1)h), h factors each way.
            double ratio = 1;
            for (long i = 1, above = n - ((k - 1) * h), below = n + ((k - 1) * h); i <= h && ratio > 0; i++)
            {
                ratio *= (double)(above - i + 1) / (below + i);
            }

            nested = ratio * (1 - nested);
        }

        return isTwoSided ? 2 * nested : nested;
    }

    /// <summary>B(i,j) = i/(i+j) B(i-1,j) + j/(i+j) B(i,j-1), and 1 beyond the boundary; one antidiagonal i + j at a time. O(n m), less outside the band.</summary>
    private static double OfRectangle(int n, int m, long h, bool isTwoSided, CancellationToken token)
    {
        // Points that no step has computed yet lie beyond the boundary: 1.
        var reached = new double[n + 1];
        Array.Fill(reached, 1);
        reached[0] = 0;
        long total = (long)n + m;
        var outside = 0;
        for (long step = 1; step <= total; step++)
        {
            if ((step & 1023) == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            // Inside: -h < i m - j n = i (n + m) - step n < h.
            var middle = step * n;
            var first = (int)Math.Max(0, step - m);
            if (isTwoSided && middle >= h)
            {
                first = (int)Math.Max(first, ((middle - h) / total) + 1);
            }

            var last = (int)Math.Min(Math.Min(n, step), (middle + h - 1) / total);
            Advance(reached, first, last, step);
            for (; outside < first; outside++)
            {
                reached[outside] = 1;
            }
        }

        return Math.Clamp(reached[n], 0, 1);
    }

    /// <summary>One antidiagonal, i + j = step, from the one before it: B(i,j) = i/(i+j) B(i-1,j) + j/(i+j) B(i,j-1).</summary>
    internal static void Advance(double[] reached, int first, int last, long step)
    {
        var inverse = 1.0 / step;
        var width = Vector<double>.Count;
        var i = last;
        var ramp = Vector.CreateSequence(0.0, 1.0);
        for (; i - width + 1 >= Math.Max(first, 1); i -= width)
        {
            // From the right, so that what is read has not been written yet.
            var start = i - width + 1;
            var index = ramp + new Vector<double>(start);
            var mixed =
                (index * new Vector<double>(reached, start - 1))
                + ((new Vector<double>(step) - index) * new Vector<double>(reached, start));
            (mixed * inverse).CopyTo(reached, start);
        }

        for (; i >= first; i--)
        {
            reached[i] = ((i > 0 ? i * reached[i - 1] : 0) + ((step - i) * reached[i])) * inverse;
        }
    }
}
