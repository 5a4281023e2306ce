using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The population stability index: the symmetrised Kullback-Leibler divergence of floored shares, in nats.</summary>
/// <remarks>
/// PSI = Σ (q - p) ln(q / p), where shares below the floor are raised to it, on either side and without normalising again.
/// The index depends on the bins; the convention is the reference's deciles. O(bins), no allocation after warm-up.
/// </remarks>
public static class PopulationStabilityIndex
{
    /// <summary>The floor under shares, 1e-4, where none is named.</summary>
    public const double DefaultFloor = 1e-4;

    /// <summary>The index from which a change is called moderate.</summary>
    public const double ModerateThreshold = 0.1;

    /// <summary>The index from which a change is called significant.</summary>
    public const double SignificantThreshold = 0.25;

    /// <summary>The index of two sets of shares, in [0, ∞]; finite where the floor is positive.</summary>
    /// <param name="reference">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="current">As many weights over the same bins.</param>
    /// <param name="floor">The least share a bin is taken to have, in [0,1). With 0, a bin that is empty on one side makes the index infinite.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The floor is not in [0,1).</exception>
    public static double Index(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double floor = DefaultFloor
    )
    {
        CheckFloor(floor);
        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        return Index(shares, floor);
    }

    /// <summary>The index of two sets of counts, in [0, ∞]; finite where the floor is positive.</summary>
    /// <param name="reference">Counts, not negative, with a positive sum.</param>
    /// <param name="current">As many counts over the same bins.</param>
    /// <param name="floor">The least share a bin is taken to have, in [0,1).</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The floor is not in [0,1).</exception>
    public static double Index(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, double floor = DefaultFloor)
    {
        CheckFloor(floor);
        using var shares = SharePair.From(reference, current, nameof(reference), nameof(current));
        return Index(shares, floor);
    }

    /// <summary>The customary band that an index lies in.</summary>
    /// <param name="index">An index; NaN is <see cref="PopulationStabilityBand.Undefined"/>.</param>
    public static PopulationStabilityBand Band(double index) =>
        index switch
        {
            double.NaN => PopulationStabilityBand.Undefined,
            < ModerateThreshold => PopulationStabilityBand.Stable,
            < SignificantThreshold => PopulationStabilityBand.Moderate,
            _ => PopulationStabilityBand.Significant,
        };

    private static double Index(SharePair shares, double floor)
    {
        ReadOnlySpan<double> reference = shares.First,
            current = shares.Second;
        double sum = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            double p = Math.Max(reference[i], floor),
                q = Math.Max(current[i], floor);
            sum += SpecialFunctions.Deviance(p, q) + SpecialFunctions.Deviance(q, p);
        }

        return sum;
    }

    private static void CheckFloor(double floor)
    {
        if (!(floor is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(floor), floor, "The floor must lie in [0,1).");
        }
    }
}
