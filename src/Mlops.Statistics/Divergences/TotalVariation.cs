namespace Mlops.Statistics.Divergences;

/// <summary>The total variation distance: the largest difference of probability over all sets of bins.</summary>
/// <remarks>
/// ½ Σ |p - q|: 0 for identical shares, 1 for shares that never meet; a metric. O(bins).
/// </remarks>
public static class TotalVariation
{
    /// <summary>The distance of two sets of shares, in [0,1].</summary>
    /// <param name="p">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="q">As many weights over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, or the lengths differ.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Distance(shares);
    }

    /// <summary>The distance of two sets of counts, in [0,1].</summary>
    /// <param name="p">Counts, not negative, with a positive sum.</param>
    /// <param name="q">As many counts over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, or the lengths differ.</exception>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q)
    {
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Distance(shares);
    }

    private static double Distance(SharePair shares)
    {
        ReadOnlySpan<double> p = shares.First,
            q = shares.Second;
        double sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += Math.Abs(p[i] - q[i]);
        }

        return Math.Min(1, 0.5 * sum);
    }
}
