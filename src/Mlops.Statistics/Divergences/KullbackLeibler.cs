using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The Kullback-Leibler divergence of the reference relative to the current data, in nats.</summary>
/// <remarks>
/// KL(p ‖ q) = Σ p ln(p / q), summed as Σ [p ln(p / q) + q - p], whose terms are never negative, so that nearly equal shares
/// keep their digits. A bin that is empty in the reference counts for nothing; one that is empty in the current data alone
/// makes it infinite. Kullback and Leibler (1951). O(bins), no allocation after warm-up.
/// </remarks>
public static class KullbackLeibler
{
    /// <summary>The divergence of two sets of shares, in [0, ∞].</summary>
    /// <param name="reference">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="current">As many weights over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, or the lengths differ.</exception>
    public static double Divergence(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        return Divergence(shares);
    }

    /// <summary>The divergence of two sets of counts, in [0, ∞].</summary>
    /// <param name="reference">Counts, not negative, with a positive sum.</param>
    /// <param name="current">As many counts over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, or the lengths differ.</exception>
    public static double Divergence(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        return Divergence(shares);
    }

    private static double Divergence(SharePair shares)
    {
        ReadOnlySpan<double> p = shares.First,
            q = shares.Second;
        double sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += SpecialFunctions.Deviance(p[i], q[i]);
        }

        return sum;
    }
}
