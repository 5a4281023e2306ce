using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Presets.Deepchecks;

/// <summary>The drift scores of deepchecks 0.19, all in [0,1] but the population stability index.</summary>
public static partial class DeepchecksMethods
{
    /// <summary>Kolmogorov-Smirnov: the statistic D, without a p-value.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MethodScore KolmogorovSmirnov(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        var test = Statistics.TwoSample.Distribution.KolmogorovSmirnov.Test(
            reference,
            current,
            new() { Method = KolmogorovSmirnovMethod.Asymptotic },
            context
        );
        return test.Status == ResultStatus.Ok ? new(test.Statistic) : Empty;
    }

    /// <summary>Earth mover's distance: tails cut off each side, the rest scaled by the range of both to [0,1].</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="margin">The share that is cut off at either end of either side, in [0,0.5).</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is outside [0,0.5).</exception>
    public static MethodScore EarthMoversDistance(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double margin = 0.025,
        ComputeContext? context = null
    )
    {
        if (!(margin is >= 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin lies in [0,0.5).");
        }

        if (reference.IsEmpty || current.IsEmpty)
        {
            return Empty;
        }

        double[] first = Trimmed(reference, margin, context),
            second = Trimmed(current, margin, context);
        double minimum = Math.Min(first[0], second[0]),
            maximum = Math.Max(first[^1], second[^1]);
        if (!double.IsFinite(maximum - minimum))
        {
            return MethodScore.None(ResultStatus.Infinite, "infinite values, where deepchecks answers NaN");
        }

        if (minimum == maximum)
        {
            return new(0);
        }

        return new(
            Wasserstein
                .MeasureSorted(
                    Array.ConvertAll(first, value => (value - minimum) / (maximum - minimum)),
                    Array.ConvertAll(second, value => (value - minimum) / (maximum - minimum)),
                    context
                )
                .Distance
        );
    }

    private static MethodScore Empty { get; } =
        MethodScore.None(ResultStatus.Empty, "a side has no values, where deepchecks throws");

    private static double[] Trimmed(ReadOnlySpan<double> values, double margin, ComputeContext? context)
    {
        var sorted = SortedCopy.Of(values, context);
        if (margin == 0)
        {
            return sorted;
        }

        double lower = NumPyQuantile.OfSorted(sorted, margin),
            upper = NumPyQuantile.OfSorted(sorted, 1 - margin);
        return Array.FindAll(sorted, value => value >= lower && value <= upper);
    }
}
