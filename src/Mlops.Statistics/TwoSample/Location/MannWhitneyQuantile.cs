using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>Which order statistics of the differences bound the shift.</summary>
internal static class MannWhitneyQuantile
{
    /// <summary>The largest k with P(U &lt; k) ≤ <paramref name="tail"/> for values without ties, 0 for none.</summary>
    internal static (long Rank, bool IsExact) Rank(long n, long m, double tail, CancellationToken token)
    {
        double pairs = (double)n * m,
            total = (double)n + m;
        if (!ExactLimits.IsFeasible(total * Math.Min(n, m) * pairs, isAsked: false))
        {
            var deviation = Math.Sqrt(pairs / 12 * (total + 1));
            var rank = Math.Floor((pairs / 2) + (Normal.Quantile(tail) * deviation) + 0.5);
            return (Math.Max(0, (long)rank), false);
        }

        var scores = new long[n + m];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = i + 1;
        }

        var distribution = ScoreDistribution.Of(scores, (int)n, token);
        var lowest = n * (n + 1) / 2;
        long low = 0,
            high = n * m;
        while (low < high)
        {
            // The largest k: P(U ≤ k - 1) is at most the tail.
            var middle = low + ((high - low + 1) / 2);
            if (distribution.AtMost(lowest + middle - 1) <= tail)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return (low, true);
    }
}
