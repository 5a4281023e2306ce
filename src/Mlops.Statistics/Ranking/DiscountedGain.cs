using System.Globalization;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Ranking;

/// <summary>The discounted cumulative gain of a ranking (DCG), and its share of the best one (NDCG).</summary>
/// <remarks>
/// <para>Items are ranked by score, the highest first. The item at rank r, from 1, brings its gain over log2(1 + r), up to the cutoff. Items of one
/// score share the average over all their orders: each brings the mean gain of those items. The ideal ranking is by the gains
/// themselves.</para>
/// <para>Infinite scores are values, -0.0 equals 0.0, NaN is refused; gains are finite and not negative. O(n log n). Järvelin and
/// Kekäläinen (2002), ties after McSherry and Najork (2008): the numbers of scikit-learn's <c>dcg_score</c> and <c>ndcg_score</c>,
/// but that a ranking without any gain is undefined and not 0.</para>
/// </remarks>
public static class DiscountedGain
{
    /// <summary>Scores a ranking.</summary>
    /// <param name="gains">What each item is worth, finite and not negative.</param>
    /// <param name="scores">As many scores by which the items are ranked; no NaN.</param>
    /// <param name="cutoff">How many ranks count, at least 1; <see langword="null"/> for all.</param>
    /// <exception cref="ArgumentException">A gain is negative or not finite, a score is NaN, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff is less than 1.</exception>
    public static DiscountedGainResult Of(ReadOnlySpan<double> gains, ReadOnlySpan<double> scores, int? cutoff = null)
    {
        Check(gains, scores, cutoff);
        var ranks = Math.Min(cutoff ?? gains.Length, gains.Length);
        double gain = Averaged(gains, scores, ranks),
            ideal = Ideal(gains, ranks);
        var status =
            gains.IsEmpty ? ResultStatus.Empty
            : ideal == 0 ? ResultStatus.Undefined
            : ResultStatus.Ok;
        return new DiscountedGainResult
        {
            Status = status,
            Gain = gains.IsEmpty ? double.NaN : gain,
            IdealGain = gains.IsEmpty ? double.NaN : ideal,
            // Both sums are rounded, and a ranking is never better than the best one.
            Normalized = status == ResultStatus.Ok ? Math.Min(1, gain / ideal) : double.NaN,
            Count = gains.Length,
        };
    }

    private static double Averaged(ReadOnlySpan<double> gains, ReadOnlySpan<double> scores, int ranks)
    {
        var keys = scores.ToArray();
        var ranked = gains.ToArray();
        Array.Sort(keys, ranked);
        Array.Reverse(keys);
        Array.Reverse(ranked);
        double sum = 0;
        for (int start = 0, end; start < ranks; start = end)
        {
            double gain = 0,
                discount = 0;
            for (end = start; end < keys.Length && keys[end] == keys[start]; end++)
            {
                gain += ranked[end];
                discount += end < ranks ? Discount(end) : 0;
            }

            sum += gain / (end - start) * discount;
        }

        return sum;
    }

    private static double Ideal(ReadOnlySpan<double> gains, int ranks)
    {
        var sorted = gains.ToArray();
        Array.Sort(sorted);
        double sum = 0;
        for (var i = 0; i < ranks; i++)
        {
            sum += sorted[sorted.Length - 1 - i] * Discount(i);
        }

        return sum;
    }

    private static double Discount(int position) => 1 / Math.Log2(position + 2);

    private static void Check(ReadOnlySpan<double> gains, ReadOnlySpan<double> scores, int? cutoff)
    {
        SampleChecks.ThrowIfNaN(scores, nameof(scores));
        if (gains.Length != scores.Length)
        {
            throw new ArgumentException(
                $"'{nameof(scores)}' has {scores.Length} scores for {gains.Length} gains; it must have as many.",
                nameof(scores)
            );
        }

        if (cutoff is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "The cutoff must be at least 1.");
        }

        for (var i = 0; i < gains.Length; i++)
        {
            if (!(gains[i] >= 0 && double.IsFinite(gains[i])))
            {
                throw new ArgumentException(
                    $"'{nameof(gains)}' has {gains[i].ToString(CultureInfo.InvariantCulture)} at position {i}; a gain is finite and not negative.",
                    nameof(gains)
                );
            }
        }
    }
}
