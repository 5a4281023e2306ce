using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Intervals for the Wasserstein distance of order 1 and the energy distance of two populations.</summary>
/// <remarks>
/// <para>Both distances are norms of F - G, so that the distance of the samples differs from that of the populations by at most the same norm of
/// (F_n - F) - (G_m - G). The margin is the bootstrap quantile of that norm at the level, and the interval the estimate and the margin on either side, cut off at 0. It holds
/// for equal populations too, where the usual bootstrap of the distance itself fails: the distance of two samples is never 0. Its coverage is at least the
/// level for large samples, a little more than it where the difference is a pure shift, and more for others.</para>
/// <para>Replicates are multinomial draws over at most 4,096 cells of equal pooled mass, never a new sorting of rows: their cost does not grow with the rows. With at most
/// so many distinct values the cells are exact; otherwise a difference within a cell, 1/4096 of the rows, counts as that at its ends. The estimate is
/// always exact. Populations without a finite mean have no Wasserstein distance, and intervals from their samples mean nothing.</para>
/// <para>NaN is refused; empty and infinite samples have a status. O(n + m), the sorting, and O(4,096) a replicate; the same bits at any number of threads.
/// Giné and Zinn (1990), "Bootstrapping general empirical measures".</para>
/// </remarks>
public static class DistanceIntervals
{
    /// <summary>The interval of the Wasserstein distance of order 1, in the values' unit.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The distance and its interval; empty or infinite samples have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static DistanceInterval Wasserstein(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        DistanceIntervalOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, power: 1, options, context ?? ComputeContext.Default);
    }

    /// <summary>The interval of the energy distance, in the root of the values' unit.</summary>
    /// <inheritdoc cref="Wasserstein(ReadOnlySpan{double}, ReadOnlySpan{double}, DistanceIntervalOptions?, ComputeContext?)"/>
    public static DistanceInterval Energy(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        DistanceIntervalOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        return OfSorted(first.Values, second.Values, power: 2, options, context ?? ComputeContext.Default);
    }

    private static DistanceInterval OfSorted(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        int power,
        DistanceIntervalOptions? options,
        ComputeContext context
    )
    {
        options ??= DistanceIntervalOptions.Default;
        int referenceCount = reference.Length,
            currentCount = current.Length;
        var status = WassersteinSummary.StatusOf(reference, current);
        if (status != ResultStatus.Ok)
        {
            return Result(status, double.NaN, double.NaN, 0);
        }

        // D = √2 times the norm for energy.
        var estimate =
            power == 1
                ? WassersteinOfSorted.Measure(reference, current, context).Distance
                : EnergyDistance.OfSorted(reference, current, context).Distance;
        if (Math.Min(reference.Length, current.Length) < 2)
        {
            return Result(ResultStatus.TooFewRows, estimate, double.NaN, 0);
        }

        var scale = WassersteinSummary.ScaleOf(reference, current);
        var cells = EqualMassCells.Of(reference, current, DistanceIntervalOptions.MostCells, scale);
        var norms = ProcessNorm.Replicates(cells, power, options, context);
        var quantile = norms[(int)Math.Min(norms.Length - 1, Math.Ceiling(options.Level * (norms.Length + 1)) - 1)];
        var margin = power == 1 ? quantile / scale : Math.Sqrt(2) * quantile / Math.Sqrt(scale);
        return Result(ResultStatus.Ok, estimate, margin, cells.Widths.Length);

        DistanceInterval Result(ResultStatus status, double estimate, double margin, int cellCount) =>
            new()
            {
                Status = status,
                Estimate = estimate,
                Interval = new ConfidenceInterval(
                    double.IsNaN(margin) ? double.NaN : Math.Max(0, estimate - margin),
                    estimate + margin,
                    options.Level
                ),
                Margin = margin,
                CellCount = cellCount,
                ReferenceCount = referenceCount,
                CurrentCount = currentCount,
                Options = options,
            };
    }
}
