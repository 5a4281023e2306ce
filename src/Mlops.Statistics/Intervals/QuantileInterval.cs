using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Intervals;

/// <summary>Intervals of a quantile that suppose nothing of the distribution.</summary>
/// <remarks>
/// <para>The number of values at or below the p quantile is binomial (n, p). So the r-th value lies above it with probability P(B &lt; r), and the s-th below it
/// with P(B ≥ s): the largest r and the least s for which each is at most α/2 give the interval (Thompson 1936).</para>
/// <para>For few values and quantiles near the ends there is no such value, and the limit is infinite: the median takes 6 values at the level 0.95, the
/// 0.99 quantile 368. NaN is refused, infinities are values. O(log² n) and the sorting.</para>
/// </remarks>
public static class QuantileInterval
{
    /// <summary>The interval of a quantile of values in any order.</summary>
    /// <param name="values">The values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="probability">The probability p of the quantile, in (0,1): 0.5 for the median.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="method">Where the limits lie.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the level is not in (0,1), or the method is unknown.</exception>
    public static QuantileIntervalResult Of(
        ReadOnlySpan<double> values,
        double probability,
        double confidenceLevel = 0.95,
        QuantileIntervalMethod method = QuantileIntervalMethod.OrderStatistics,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(values, nameof(values));
        using var copy = new PooledSortedCopy(values, context);
        return Find(copy.Values, probability, confidenceLevel, method);
    }

    /// <summary>The interval of a quantile of values that are sorted already.</summary>
    /// <param name="sorted">The values, ascending; no NaN.</param>
    /// <param name="probability">The probability p of the quantile, in (0,1).</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="method">Where the limits lie.</param>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the level is not in (0,1), or the method is unknown.</exception>
    public static QuantileIntervalResult OfSorted(
        ReadOnlySpan<double> sorted,
        double probability,
        double confidenceLevel = 0.95,
        QuantileIntervalMethod method = QuantileIntervalMethod.OrderStatistics
    )
    {
        SampleChecks.ThrowIfUnsorted(sorted, nameof(sorted));
        return Find(sorted, probability, confidenceLevel, method);
    }

    private static QuantileIntervalResult Find(
        ReadOnlySpan<double> sorted,
        double probability,
        double confidenceLevel,
        QuantileIntervalMethod method
    )
    {
        Level.Checked(probability, nameof(probability));
        Level.Checked(confidenceLevel, nameof(confidenceLevel));
        SampleChecks.Defined(method, nameof(method));
        var n = sorted.Length;
        if (n == 0)
        {
            return new QuantileIntervalResult
            {
                Status = ResultStatus.Empty,
                Interval = new ConfidenceInterval(double.NaN, double.NaN, confidenceLevel),
                LowerRank = 0,
                UpperRank = 1,
                Coverage = double.NaN,
                Count = 0,
            };
        }

        var tail = (1 - confidenceLevel) / 2;
        int fromBelow = Rank(n, probability, tail),
            fromAbove = Rank(n, 1 - probability, tail);
        double lower = fromBelow == 0 ? double.NegativeInfinity : sorted[fromBelow - 1],
            upper = fromAbove == 0 ? double.PositiveInfinity : sorted[^fromAbove];
        if (method == QuantileIntervalMethod.Interpolated)
        {
            lower =
                fromBelow is 0 || fromBelow == n
                    ? lower
                    : Between(lower, sorted[fromBelow], Weight(n, fromBelow, probability, tail));
            upper =
                fromAbove is 0 || fromAbove == n
                    ? upper
                    : Between(upper, sorted[^(fromAbove + 1)], Weight(n, fromAbove, 1 - probability, tail));
        }

        return new QuantileIntervalResult
        {
            Status = ResultStatus.Ok,
            Interval = new ConfidenceInterval(lower, upper, confidenceLevel),
            LowerRank = fromBelow,
            UpperRank = n + 1 - fromAbove,
            Coverage = 1 - Below(n, fromBelow, probability) - Below(n, fromAbove, 1 - probability),
            Count = n,
        };
    }

    /// <summary>The largest r with P(B &lt; r) at most <paramref name="tail"/>.</summary>
    private static int Rank(int n, double probability, double tail)
    {
        int low = 0,
            high = n;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (Below(n, middle, probability) <= tail)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>P(B &lt; r) for B binomial (n, p).</summary>
    private static double Below(int n, int rank, double probability) =>
        rank <= 0 ? 0
        : rank > n ? 1
        : IncompleteBeta.Tails(1 - probability, probability, n - rank + 1, rank).Lower;

    /// <summary>Nyblom's (1992) share of the way from the r-th value to the next.</summary>
    private static double Weight(int n, int rank, double probability, double tail)
    {
        double reached = tail - Below(n, rank, probability),
            missing = Below(n, rank + 1, probability) - tail;
        return reached <= 0 ? 0 : 1 / (1 + (rank * (1 - probability) * missing / ((n - rank) * probability * reached)));
    }

    private static double Between(double near, double far, double weight)
    {
        var gap = far - near;
        return gap == 0 || weight == 0 ? near
            : double.IsFinite(gap) ? near + (weight * gap)
            : ((1 - weight) * near) + (weight * far);
    }
}
