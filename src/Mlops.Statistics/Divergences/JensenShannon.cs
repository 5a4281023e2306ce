namespace Mlops.Statistics.Divergences;

/// <summary>The Jensen-Shannon distance: the square root of the Jensen-Shannon divergence.</summary>
/// <remarks>
/// <para>
/// d(p, q) = √(½ KL(p ‖ m) + ½ KL(q ‖ m)) with m = (p + q)/2. In base 2, the default, it lies in [0,1]: 0 for identical
/// shares, 1 for shares that never meet. It is a metric (Endres and Schindelin, 2003). Libraries differ: SciPy's default is
/// base e, and Kullback's "divergence" is the square.
/// </para>
/// <para>
/// Computed as ¼ Σ (p + q) φ((p - q) / (p + q)) with φ(u) = (1 + u) ln(1 + u) + (1 - u) ln(1 - u), which has no negative
/// terms: nearly equal shares keep their digits. O(bins), no allocation after warm-up.
/// </para>
/// </remarks>
public static class JensenShannon
{
    /// <summary>The distance of two sets of shares.</summary>
    /// <param name="p">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="q">As many weights over the same bins.</param>
    /// <param name="logarithmBase">The base of the logarithm, above 1. The distance in base b is at most √(log_b 2).</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The base is not a finite number above 1.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q, double logarithmBase = 2)
    {
        CheckBase(logarithmBase);
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Distance(shares, logarithmBase);
    }

    /// <summary>The distance of two sets of counts.</summary>
    /// <param name="p">Counts, not negative, with a positive sum.</param>
    /// <param name="q">As many counts over the same bins.</param>
    /// <param name="logarithmBase">The base of the logarithm, above 1.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The base is not a finite number above 1.</exception>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q, double logarithmBase = 2)
    {
        CheckBase(logarithmBase);
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Distance(shares, logarithmBase);
    }

    /// <summary>The base-2 distance of two Bernoulli distributions.</summary>
    internal static double BernoulliDistance(double p, double q) => Root(Term(p, q) + Term(1 - p, 1 - q), Math.Log(2));

    private static double Distance(SharePair shares, double logarithmBase)
    {
        ReadOnlySpan<double> p = shares.First,
            q = shares.Second;
        double sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += Term(p[i], q[i]);
        }

        return Root(sum, Math.Log(logarithmBase));
    }

    /// <summary>(p + q) φ((p - q) / (p + q)).</summary>
    private static double Term(double p, double q)
    {
        var sum = p + q;
        return p == q ? 0 : sum * Spread((p - q) / sum);
    }

    /// <summary>√(sum / (4 ln b)), not beyond the largest value that the distance can take.</summary>
    private static double Root(double sum, double logarithm) =>
        Math.Min(Math.Sqrt(sum / (4 * logarithm)), Math.Sqrt(Math.Log(2) / logarithm));

    /// <summary>φ(u) = (1 + u) ln(1 + u) + (1 - u) ln(1 - u) = u² + u⁴/6 + u⁶/15 + …</summary>
    private static double Spread(double u)
    {
        u = Math.Abs(u);
        if (u >= 1)
        {
            return 2 * Math.Log(2);
        }

        if (u > 0.3)
        {
            return ((1 + u) * Math.Log(1 + u)) + ((1 - u) * Math.Log(1 - u));
        }

        // Σ u^2k / (k (2k - 1)): 0.09^15 is below the last digit.
        var square = u * u;
        double sum = 0;
        for (var k = 15; k >= 1; k--)
        {
            sum = (sum * square) + (1.0 / (k * ((2 * k) - 1)));
        }

        return sum * square;
    }

    private static void CheckBase(double logarithmBase)
    {
        if (!(logarithmBase > 1) || double.IsPositiveInfinity(logarithmBase))
        {
            throw new ArgumentOutOfRangeException(
                nameof(logarithmBase),
                logarithmBase,
                "The base of the logarithm must be a finite number above 1."
            );
        }
    }
}
