using System.Buffers;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sorting;

namespace Mlops.Data.Quality.Outliers;

/// <summary>Learns the fences of a column.</summary>
internal static class FenceLearning
{
    private const int LeastValues = 10;

    // 1 / the 0.75 quantile of the normal distribution, as Iglewicz and Hoaglin round it.
    private const double DeviationsPerMad = 1.4826;

    /// <summary>The fences; <see langword="null"/> of a column with two values, of which neither is an outlier.</summary>
    public static ColumnFences? Of(NumericColumn column, OutlierOptions options)
    {
        var buffer = ArrayPool<double>.Shared.Rent(column.Length);
        try
        {
            var count = SortedCopy.OfPresent(column.Values.Span, buffer);
            ReadOnlySpan<double> sorted = buffer.AsSpan(0, count);
            var fences = new ColumnFences
            {
                Column = column.Name,
                Count = count,
                Status = StatusOf(column, sorted),
            };
            if (fences.Status != ResultStatus.Ok)
            {
                return fences;
            }

            return IsTwoValued(sorted) ? null : Learn(fences, sorted, options);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(buffer);
        }
    }

    private static ColumnFences Learn(ColumnFences fences, ReadOnlySpan<double> sorted, OutlierOptions options)
    {
        double median = InterpolatedQuantile.OfSorted(sorted, 0.5),
            low = InterpolatedQuantile.OfSorted(sorted, 0.25),
            high = InterpolatedQuantile.OfSorted(sorted, 0.75),
            range = high - low;
        var (centre, scale) = options.Method switch
        {
            OutlierMethod.InterquartileRange => (median, range),
            OutlierMethod.ZScore => MeanAndDeviation(sorted),
            _ => (median, DeviationsPerMad * MedianDeviation(sorted, median)),
        };
        fences = fences with
        {
            Centre = centre,
            Scale = scale,
            TailWeight =
                (InterpolatedQuantile.OfSorted(sorted, 0.975) - InterpolatedQuantile.OfSorted(sorted, 0.025)) / range,
            QuartileSkewness = (high + low - (2 * median)) / range,
        };
        if (!double.IsFinite(scale) || !double.IsFinite(centre))
        {
            return fences with { Status = ResultStatus.Infinite };
        }

        if (scale == 0)
        {
            return fences with { Status = ResultStatus.Undefined };
        }

        var reach = options.Limit * scale;
        return options.Method == OutlierMethod.InterquartileRange
            ? fences with
            {
                Lower = low - reach,
                Upper = high + reach,
            }
            : fences with
            {
                Lower = centre - reach,
                Upper = centre + reach,
            };
    }

    private static ResultStatus StatusOf(NumericColumn column, ReadOnlySpan<double> sorted) =>
        column.Length == 0 ? ResultStatus.Empty
        : sorted.IsEmpty ? ResultStatus.AllMissing
        : sorted.Length < LeastValues ? ResultStatus.TooFewRows
        : sorted[0] == sorted[^1] ? ResultStatus.Constant
        : ResultStatus.Ok;

    private static bool IsTwoValued(ReadOnlySpan<double> sorted)
    {
        var first = sorted.IndexOfAnyExcept(sorted[0]);
        return first >= 0 && sorted[first] == sorted[^1];
    }

    private static (double Mean, double Deviation) MeanAndDeviation(ReadOnlySpan<double> values)
    {
        double sum = 0,
            squares = 0,
            rest = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }

        // The second term takes back what rounding left in the mean (Chan, Golub and LeVeque 1983).
        return (mean, Math.Sqrt((squares - (rest * rest / values.Length)) / (values.Length - 1)));
    }

    private static double MedianDeviation(ReadOnlySpan<double> sorted, double median)
    {
        if (!double.IsFinite(median))
        {
            return double.NaN;
        }

        var deviations = new double[sorted.Length];
        for (var i = 0; i < deviations.Length; i++)
        {
            deviations[i] = Math.Abs(sorted[i] - median);
        }

        return InterpolatedQuantile.Of(deviations, 0.5);
    }
}
