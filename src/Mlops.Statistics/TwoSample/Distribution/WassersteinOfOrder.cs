using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Wasserstein distance of any order of sorted samples.</summary>
internal static class WassersteinOfOrder
{
    /// <summary>Ranges whose squares neither overflow nor vanish.</summary>
    private const double LargestPlain = 1e150;
    private const double LeastPlain = 1e-100;

    internal static WassersteinResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double order,
        ComputeContext context
    )
    {
        if (order == 1)
        {
            return WassersteinOfSorted.Measure(reference, current, context);
        }

        var status = WassersteinSummary.StatusOf(reference, current);
        if (status != ResultStatus.Ok)
        {
            return WassersteinSummary.Unknown(status, reference.Length, current.Length);
        }

        var scale = WassersteinSummary.ScaleOf(reference, current);
        var unit = IsPlain(reference, current, order, scale)
            ? 1
            : QuantileCoupling.Largest(reference, current, scale, context);
        var moved = IsItself(unit, order)
            ? unit
            : unit * Math.Pow(QuantileCoupling.Mean(reference, current, scale, unit, order, context), 1 / order);
        return WassersteinSummary.Of(
            moved / scale,
            reference[0] == reference[^1],
            WassersteinOfSorted.Deviation(reference, context),
            reference.Length,
            current.Length
        );
    }

    internal static WassersteinResult Measure(
        WeightedPoints reference,
        long referenceCount,
        WeightedPoints current,
        long currentCount,
        double order
    )
    {
        double[] x = reference.Values,
            y = current.Values;
        if (order == 1)
        {
            return WassersteinOfWeighted.Measure(
                x,
                reference.Weights,
                referenceCount,
                y,
                current.Weights,
                currentCount
            );
        }

        var status = WassersteinSummary.StatusOf(x, y);
        if (status != ResultStatus.Ok)
        {
            return WassersteinSummary.Unknown(status, referenceCount, currentCount);
        }

        var scale = WassersteinSummary.ScaleOf(x, y);
        var unit = IsPlain(x, y, order, scale) ? 1 : QuantileCoupling.Largest(reference, current, scale);
        var moved = IsItself(unit, order)
            ? unit
            : unit * Math.Pow(QuantileCoupling.Mean(reference, current, scale, unit, order), 1 / order);
        return WassersteinSummary.Of(
            moved / scale,
            x[0] == x[^1],
            WassersteinOfWeighted.Deviation(x, reference.Weights, WassersteinOfWeighted.Total(reference.Weights)),
            referenceCount,
            currentCount
        );
    }

    /// <summary>Whether distances can be raised to the power as they are; otherwise they are divided by the largest of them first.</summary>
    private static bool IsPlain(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double order,
        double scale
    )
    {
        var range = (Math.Max(reference[^1], current[^1]) * scale) - (Math.Min(reference[0], current[0]) * scale);
        return order == 2 && range is < LargestPlain and > LeastPlain;
    }

    /// <summary>Whether the largest distance is the answer.</summary>
    private static bool IsItself(double largest, double order) => largest == 0 || double.IsPositiveInfinity(order);
}
