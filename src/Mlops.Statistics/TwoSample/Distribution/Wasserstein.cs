using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Wasserstein distance of order 1, also the earth mover's distance: how far values must be moved to make one sample the other.</summary>
/// <remarks>
/// <para>W = ∫ |F_reference - F_current| dx over the empirical distribution functions, in the values' unit. A metric: a shift by c has the
/// distance |c|. The normalised distance is W over the reference's population standard deviation, which makes columns comparable.</para>
/// <para>Ties and the order of values do not matter; NaN is refused; an infinite value leaves the distance undefined, which the status says.
/// Sums are compensated (Neumaier 1974) in blocks of fixed size, so the bits are the same at any number of threads. O(n + m) and the sorting.
/// Vallender (1974), "Calculation of the Wasserstein distance between probability distributions on the line".</para>
/// </remarks>
public static partial class Wasserstein
{
    /// <summary>Measures two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The distance; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static WassersteinResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return WassersteinOfSorted.Measure(first.Values, second.Values, context ?? ComputeContext.Default);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{double}, ReadOnlySpan{double}, ComputeContext?)"/>
    public static WassersteinResult Measure(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new WidenedSortedCopy(reference, context);
        using var second = new WidenedSortedCopy(current, context);
        return WassersteinOfSorted.Measure(first.Values, second.Values, context ?? ComputeContext.Default);
    }

    /// <summary>Measures two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The distance; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    public static WassersteinResult MeasureSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return WassersteinOfSorted.Measure(reference, current, context ?? ComputeContext.Default);
    }

    /// <summary>Measures two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts.</param>
    /// <param name="current">The current values with their counts.</param>
    /// <returns>The distance of the rows written out; empty or infinite samples have a status.</returns>
    public static WassersteinResult Measure(CountedValues reference, CountedValues current)
    {
        var first = new WeightedPoints(reference);
        var second = new WeightedPoints(current);
        return WassersteinOfWeighted.Measure(
            first.Values,
            first.Weights,
            reference.Total,
            second.Values,
            second.Weights,
            current.Total
        );
    }

    /// <summary>Measures two samples whose values have weights, in any order.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="referenceWeights">As many weights, finite and not negative, with a positive sum unless there are no values. Only their ratios matter.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="currentWeights">As many weights, as above.</param>
    /// <returns>The distance; empty or infinite samples have a status. A value of weight 0 counts for nothing.</returns>
    /// <remarks>O(n log n + m log m).</remarks>
    /// <exception cref="ArgumentException">A value is NaN, a weight is NaN, negative or infinite, weights sum to 0, or lengths differ.</exception>
    public static WassersteinResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> referenceWeights,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> currentWeights
    )
    {
        var first = new WeightedPoints(reference, referenceWeights, nameof(reference), nameof(referenceWeights));
        var second = new WeightedPoints(current, currentWeights, nameof(current), nameof(currentWeights));
        return WassersteinOfWeighted.Measure(
            first.Values,
            first.Weights,
            first.Count,
            second.Values,
            second.Weights,
            second.Count
        );
    }
}
