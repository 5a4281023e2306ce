using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

public static partial class Wasserstein
{
    /// <summary>Measures the distance of an order p of two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="order">p, at least 1. Positive infinity asks for the largest distance that any value has to be moved.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The distance, in the values' unit; empty or infinite samples have a status.</returns>
    /// <remarks>
    /// <para>W_p = (∫ |Q_reference(u) - Q_current(u)|^p du)^(1/p) over u in (0,1), Q being the empirical quantile functions: on the line the order of values
    /// is the cheapest transport for every p ≥ 1. W_p rises with p; a shift by c has the distance |c| for every p. For p = 1 it is what
    /// <see cref="Measure(ReadOnlySpan{double}, ReadOnlySpan{double}, ComputeContext?)"/> gives.</para>
    /// <para>W_2² is (mean difference)² + (difference of deviations)² for samples that differ by location and scale, and more for others. The larger p,
    /// the more a few extreme values decide. O(n + m) and the sorting; the same bits at any number of threads.
    /// Vallender (1974); Villani (2003), "Topics in Optimal Transportation", theorem 2.18.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is less than 1 or NaN.</exception>
    public static WassersteinResult MeasureOrder(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double order,
        ComputeContext? context = null
    )
    {
        ThrowIfNoOrder(order, nameof(order));
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return WassersteinOfOrder.Measure(first.Values, second.Values, order, context ?? ComputeContext.Default);
    }

    /// <summary>Measures the distance of an order p of two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="order">p, at least 1; may be positive infinity.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The distance; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is less than 1 or NaN.</exception>
    public static WassersteinResult MeasureOrderSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double order,
        ComputeContext? context = null
    )
    {
        ThrowIfNoOrder(order, nameof(order));
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return WassersteinOfOrder.Measure(reference, current, order, context ?? ComputeContext.Default);
    }

    /// <summary>Measures the distance of an order p of two samples whose values have weights, in any order.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="referenceWeights">As many weights, finite and not negative, with a positive sum unless there are no values. Only their ratios matter.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="currentWeights">As many weights, as above.</param>
    /// <param name="order">p, at least 1; may be positive infinity.</param>
    /// <returns>The distance; empty or infinite samples have a status. A value of weight 0 counts for nothing.</returns>
    /// <remarks>O(n log n + m log m).</remarks>
    /// <exception cref="ArgumentException">A value is NaN, a weight is NaN, negative or infinite, weights sum to 0, or lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is less than 1 or NaN.</exception>
    public static WassersteinResult MeasureOrder(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> referenceWeights,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> currentWeights,
        double order
    )
    {
        ThrowIfNoOrder(order, nameof(order));
        var first = new WeightedPoints(reference, referenceWeights, nameof(reference), nameof(referenceWeights));
        var second = new WeightedPoints(current, currentWeights, nameof(current), nameof(currentWeights));
        return WassersteinOfOrder.Measure(first, first.Count, second, second.Count, order);
    }

    /// <summary>Measures the distance of an order p of two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts.</param>
    /// <param name="current">The current values with their counts.</param>
    /// <param name="order">p, at least 1; may be positive infinity.</param>
    /// <returns>The distance of the rows written out; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is less than 1 or NaN.</exception>
    public static WassersteinResult MeasureOrder(CountedValues reference, CountedValues current, double order)
    {
        ThrowIfNoOrder(order, nameof(order));
        return WassersteinOfOrder.Measure(
            new WeightedPoints(reference),
            reference.Total,
            new WeightedPoints(current),
            current.Total,
            order
        );
    }

    internal static void ThrowIfNoOrder(double order, string name)
    {
        if (!(order >= 1))
        {
            throw new ArgumentOutOfRangeException(
                name,
                order,
                "The order of a Wasserstein distance must be at least 1."
            );
        }
    }
}
