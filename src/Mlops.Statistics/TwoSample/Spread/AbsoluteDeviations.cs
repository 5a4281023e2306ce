using System.Buffers;
using System.Numerics.Tensors;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>The moments of the absolute deviations of a sample from its centre.</summary>
internal static class AbsoluteDeviations
{
    internal static MomentsResult Of(ReadOnlySpan<double> values, LeveneOptions options, ComputeContext? context)
    {
        if (options.Center == LeveneCenter.Mean)
        {
            var moments = new MomentsDefinition().Create();
            moments.Add(values, context);
            return moments.InfiniteCount > 0 ? moments.Value : About(values, moments.Value.Mean, context);
        }

        // Sorted values are the same values: the deviations may be taken from either.
        using var copy = new PooledSortedCopy(values, context);
        var sorted = copy.Values;
        if (sorted.IsEmpty || double.IsInfinity(sorted[0]) || double.IsInfinity(sorted[^1]))
        {
            var moments = new MomentsDefinition().Create();
            moments.Add(sorted, context);
            return moments.Value;
        }

        return About(
            sorted,
            options.Center == LeveneCenter.Median
                ? InterpolatedQuantile.OfSorted(sorted, 0.5)
                : TrimmedMean(sorted, options.TrimmedShare, context),
            context
        );
    }

    private static double TrimmedMean(ReadOnlySpan<double> sorted, double share, ComputeContext? context)
    {
        var cut = (int)(sorted.Length * share);
        var moments = new MomentsDefinition().Create();
        moments.Add(sorted[cut..^cut], context);
        return moments.Value.Mean;
    }

    private static MomentsResult About(ReadOnlySpan<double> values, double center, ComputeContext? context)
    {
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            var deviations = rented.AsSpan(0, values.Length);
            TensorPrimitives.Subtract(values, center, deviations);
            TensorPrimitives.Abs<double>(deviations, deviations);
            var moments = new MomentsDefinition().Create();
            moments.Add(deviations, context);
            return moments.Value;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
