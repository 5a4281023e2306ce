using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The characteristic stability index of a scorecard: how many points the mean score has moved through one characteristic.</summary>
/// <remarks>
/// <para>CSI = Σ (q - p) × points over the bins (attributes) of a characteristic: the current mean of its points less the reference's. It has a sign, is 0 where
/// changes cancel, and adds up over characteristics to the change of the mean score. Siddiqi (2006), "Credit Risk Scorecards", characteristic analysis.</para>
/// <para>Elsewhere the name stands for the population stability index of one feature instead of the score: that is <see cref="PopulationStabilityIndex"/> on the
/// feature's bins. A bin that is empty on both sides adds nothing. O(bins), no allocation after warm-up.</para>
/// </remarks>
public static class CharacteristicStabilityIndex
{
    /// <summary>The index of two sets of shares, in points.</summary>
    /// <param name="reference">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="current">As many weights over the same bins.</param>
    /// <param name="points">The points of each bin, finite.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, points are not finite, or the lengths differ.</exception>
    public static double Index(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> points
    )
    {
        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        FinitePositions.Check(points, reference.Length, nameof(points), nameof(reference), "points");
        return Shift(shares, points);
    }

    /// <summary>The index of two sets of counts, in points.</summary>
    /// <param name="reference">Counts, not negative, with a positive sum.</param>
    /// <param name="current">As many counts over the same bins.</param>
    /// <param name="points">The points of each bin, finite.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, points are not finite, or the lengths differ.</exception>
    public static double Index(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, ReadOnlySpan<double> points)
    {
        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        FinitePositions.Check(points, reference.Length, nameof(points), nameof(reference), "points");
        return Shift(shares, points);
    }

    /// <summary>The interval of the index: ± z √(var(points | reference)/n + var(points | current)/m), that of a difference of two means.</summary>
    /// <param name="reference">Counts, not negative, with a positive sum.</param>
    /// <param name="current">As many counts over the same bins.</param>
    /// <param name="points">The points of each bin, finite.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, points are not finite, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static ConfidenceInterval Interval(
        ReadOnlySpan<long> reference,
        ReadOnlySpan<long> current,
        ReadOnlySpan<double> points,
        double confidenceLevel = 0.95
    )
    {
        if (!(confidenceLevel is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel),
                confidenceLevel,
                "The confidence level must lie in (0,1)."
            );
        }

        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        FinitePositions.Check(points, reference.Length, nameof(points), nameof(reference), "points");
        double index = Shift(shares, points),
            variance =
                (Variance(shares.First, points) / BinCounts.Total(reference, nameof(reference)))
                + (Variance(shares.Second, points) / BinCounts.Total(current, nameof(current))),
            half = -Normal.Quantile((1 - confidenceLevel) / 2) * Math.Sqrt(variance);
        return new ConfidenceInterval(index - half, index + half, confidenceLevel);
    }

    private static double Shift(SharePair shares, ReadOnlySpan<double> points)
    {
        double sum = 0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += (shares.Second[i] - shares.First[i]) * points[i];
        }

        return sum;
    }

    private static double Variance(ReadOnlySpan<double> shares, ReadOnlySpan<double> points)
    {
        double mean = 0,
            variance = 0;
        for (var i = 0; i < points.Length; i++)
        {
            mean += shares[i] * points[i];
        }

        for (var i = 0; i < points.Length; i++)
        {
            variance += shares[i] * (points[i] - mean) * (points[i] - mean);
        }

        return variance;
    }
}
