namespace Mlops.Statistics.Divergences;

/// <summary>The Wasserstein distance of order 1 of shares over ordered bins: how far, on average, what is in them must be moved.</summary>
/// <remarks>
/// W = Σ |F_p - F_q| × (distance to the next bin), with F the cumulative shares: in the positions' unit, 0 for identical shares, and a metric. Unlike the other
/// divergences it knows which bins are near each other. A bin that is empty on both sides, and bins at one position, add nothing of their own. Also called the
/// earth mover's distance. Vallender (1974). O(bins).
/// </remarks>
public static class WassersteinOfShares
{
    /// <summary>The distance of two sets of shares over bins at given positions.</summary>
    /// <param name="p">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="q">As many weights over the same bins.</param>
    /// <param name="positions">Where each bin is, finite and ascending: its middle, or the mean of its values.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, positions are not finite and ascending, or the lengths differ.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q, ReadOnlySpan<double> positions)
    {
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Distance(shares, positions, nameof(p));
    }

    /// <summary>The distance of two sets of counts over bins at given positions.</summary>
    /// <param name="p">Counts, not negative, with a positive sum.</param>
    /// <param name="q">As many counts over the same bins.</param>
    /// <param name="positions">Where each bin is, finite and ascending.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, positions are not finite and ascending, or the lengths differ.</exception>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q, ReadOnlySpan<double> positions)
    {
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Distance(shares, positions, nameof(p));
    }

    /// <summary>The distance of two sets of shares over bins that are each 1 from the next: at most the number of bins less 1.</summary>
    /// <param name="p">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="q">As many weights over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, or the lengths differ.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Sum(shares, []);
    }

    /// <summary>The distance of two sets of counts over bins that are each 1 from the next.</summary>
    /// <param name="p">Counts, not negative, with a positive sum.</param>
    /// <param name="q">As many counts over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, or the lengths differ.</exception>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q)
    {
        using var shares = SharePair.From(p, q, nameof(p), nameof(q));
        return Sum(shares, []);
    }

    private static double Distance(SharePair shares, ReadOnlySpan<double> positions, string binsName)
    {
        FinitePositions.Check(positions, shares.First.Length, nameof(positions), binsName, "positions");
        FinitePositions.CheckAscending(positions, nameof(positions));
        return Sum(shares, positions);
    }

    private static double Sum(SharePair shares, ReadOnlySpan<double> positions)
    {
        ReadOnlySpan<double> p = shares.First,
            q = shares.Second;
        double excess = 0,
            sum = 0;
        for (var i = 0; i + 1 < p.Length; i++)
        {
            excess += p[i] - q[i];
            sum += Math.Abs(excess) * (positions.IsEmpty ? 1 : positions[i + 1] - positions[i]);
        }

        return sum;
    }
}
