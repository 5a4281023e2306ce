using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.EffectSizes;

/// <summary>Cliff's variance and interval of delta.</summary>
internal static class CliffInterval
{
    internal static double Variance(in PlacementSums sums)
    {
        double n = sums.ReferenceCount,
            m = sums.CurrentCount,
            pairs = sums.Pairs,
            delta = sums.Delta;

        // A pair's sign is 1 - 2 (its reference's win): row means are m⁻¹ times doubled placements.
        var ofRows = 4 * sums.ReferenceDeviation;
        var ofColumns = 4 * sums.CurrentDeviation;
        var ofPairs = pairs - sums.TiedPairs - (pairs * delta * delta);
        var consistent = (ofRows + ofColumns - ofPairs) / pairs / ((n - 1) * (m - 1));
        return Math.Max(consistent, (1 - (delta * delta)) / (pairs - 1));
    }

    internal static ConfidenceInterval Of(in PlacementSums sums, double variance, double level)
    {
        var z = -StudentT.Quantile((1 - level) / 2, sums.ReferenceCount + sums.CurrentCount - 2.0);
        var delta = sums.Delta;
        if (sums.TwiceWins == 0 || sums.TwiceWins == 2 * sums.Pairs)
        {
            double smaller = Math.Min(sums.ReferenceCount, sums.CurrentCount),
                near = (smaller - (z * z)) / (smaller + (z * z));
            return delta > 0 ? new(near, 1, level) : new(-1, -near, level);
        }

        double rest = 1 - (delta * delta),
            spread = z * z * variance,
            centre = delta * rest,
            width = Math.Sqrt(spread * ((rest * rest) + spread));
        return new ConfidenceInterval(
            Math.Max(-1, (centre - width) / (rest + spread)),
            Math.Min(1, (centre + width) / (rest + spread)),
            level
        );
    }
}
