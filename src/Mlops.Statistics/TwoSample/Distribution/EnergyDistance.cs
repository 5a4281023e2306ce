using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The energy distance of two samples: how far apart values of different samples are, beyond how far those of the same sample are.</summary>
/// <remarks>
/// <para>The energy statistic is E = 2 E|X - Y| - E|X - X'| - E|Y - Y'|, with X, X' drawn with replacement from the reference and Y, Y' from the
/// current values. On the line E = 2 ∫ (F_reference - F_current)² dx, and the distance is its square root, D = √E, as in SciPy: a metric whose unit
/// is the root of the values' unit. E is in the values' unit: R's energy package gives n m / (n + m) E.</para>
/// <para>E is never negative and so too large on average; its unbiased form, the U-statistic, leaves out the pairs of a value with itself and is
/// E - E|X - X'| / (n - 1) - E|Y - Y'| / (m - 1). The normalised form is E / (2 E|X - Y|), in [0,1] (Székely and Rizzo's coefficient of inhomogeneity).</para>
/// <para>Ties and the order of values do not matter; NaN is refused; an infinite value leaves the distance undefined, which the status says. Sums
/// are compensated in blocks of fixed size, so the bits are the same at any number of threads. O(n + m) and the sorting; no pairs are visited.
/// Székely and Rizzo (2013), "Energy statistics: a class of statistics based on distances". <see cref="EnergyDistanceTest"/> has the p-value.</para>
/// </remarks>
public static class EnergyDistance
{
    /// <summary>Measures two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The distance; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static EnergyDistanceResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, context ?? ComputeContext.Default);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{double}, ReadOnlySpan{double}, ComputeContext?)"/>
    public static EnergyDistanceResult Measure(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new WidenedSortedCopy(reference, context);
        using var second = new WidenedSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, context ?? ComputeContext.Default);
    }

    /// <summary>Measures two samples that are sorted already.</summary>
    /// <param name="reference">The reference's values, ascending; no NaN.</param>
    /// <param name="current">The current values, ascending; no NaN.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The distance; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or less than the one before.</exception>
    public static EnergyDistanceResult MeasureSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfUnsorted(reference, nameof(reference));
        SampleChecks.ThrowIfUnsorted(current, nameof(current));
        return OfSorted(reference, current, context ?? ComputeContext.Default);
    }

    /// <summary>Measures two samples that are given as values and counts.</summary>
    /// <param name="reference">The reference's values with their counts.</param>
    /// <param name="current">The current values with their counts.</param>
    /// <returns>The distance of the rows written out; empty or infinite samples have a status.</returns>
    public static EnergyDistanceResult Measure(CountedValues reference, CountedValues current)
    {
        var first = new WeightedPoints(reference);
        var second = new WeightedPoints(current);
        return EnergyDistanceOfWeighted.Measure(first, reference.Total, second, current.Total, areRows: true);
    }

    /// <summary>Measures two samples whose values have weights, in any order.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="referenceWeights">As many weights, finite and not negative, with a positive sum unless there are no values. Only their ratios matter.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="currentWeights">As many weights, as above.</param>
    /// <returns>The distance, without an unbiased form, which such weights do not have; empty or infinite samples have a status. A value of weight 0 counts for nothing.</returns>
    /// <remarks>O(n log n + m log m).</remarks>
    /// <exception cref="ArgumentException">A value is NaN, a weight is NaN, negative or infinite, weights sum to 0, or lengths differ.</exception>
    public static EnergyDistanceResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> referenceWeights,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> currentWeights
    )
    {
        var first = new WeightedPoints(reference, referenceWeights, nameof(reference), nameof(referenceWeights));
        var second = new WeightedPoints(current, currentWeights, nameof(current), nameof(currentWeights));
        return EnergyDistanceOfWeighted.Measure(first, first.Count, second, second.Count, areRows: false);
    }

    internal static EnergyDistanceResult OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext context
    )
    {
        var status = WassersteinSummary.StatusOf(reference, current);
        if (status != ResultStatus.Ok)
        {
            return EnergyDistanceSummary.Unknown(status, reference.Length, current.Length);
        }

        var scale = WassersteinSummary.ScaleOf(reference, current);
        var begin = new EnergyAreas(reference.Length, current.Length, scale);
        var areas = begin;
        foreach (var part in SortedMerge.Walk(reference, current, begin, context))
        {
            areas.Add(part);
        }

        return EnergyDistanceSummary.Of(
            areas.Between.Value,
            areas.WithinReference.Value,
            areas.WithinCurrent.Value,
            scale,
            reference.Length,
            current.Length,
            areRows: true
        );
    }
}
