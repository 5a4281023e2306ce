using Mlops.Statistics.Distributions;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Trend;

/// <summary>The line of Theil and Sen: a slope that up to 29% of bad points leave where it is.</summary>
/// <remarks>
/// <para>The slope is the median of (y_j - y_i) / (x_j - x_i) over all pairs with x_j other than x_i; the intercept is
/// median(y) - slope · median(x). The interval takes the slopes whose ranks lie z σ / 2 either side of the middle, with Kendall's
/// variance σ², reduced for ties in either.</para>
/// <para>O(n² log n) time and 4 n² bytes, which is meant for series of up to some thousand points. NaN is refused; -0.0 equals 0.0.
/// Theil (1950); Sen (1968), "Estimates of the regression coefficient based on Kendall's tau". The same numbers as
/// <c>scipy.stats.theilslopes</c>.</para>
/// </remarks>
public static class TheilSen
{
    /// <summary>The most points: beyond, the pairs would not fit into an array.</summary>
    public const int LargestCount = 46_000;

    /// <summary>Fits a line to values at equal distances in time.</summary>
    /// <param name="series">The values at the times 0, 1, 2, …; no NaN.</param>
    /// <param name="confidenceLevel">The two-sided level of the slope's interval, in (0,1).</param>
    /// <exception cref="ArgumentException">A value is NaN, or there are more than <see cref="LargestCount"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static TheilSenResult Fit(ReadOnlySpan<double> series, double confidenceLevel = 0.95)
    {
        var times = new double[series.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = i;
        }

        return Fit(times, series, confidenceLevel);
    }

    /// <summary>Fits a line to values at any times.</summary>
    /// <param name="times">The times; no NaN. Points at one time are fine.</param>
    /// <param name="values">As many values; no NaN.</param>
    /// <param name="confidenceLevel">The two-sided level of the slope's interval, in (0,1).</param>
    /// <exception cref="ArgumentException">A number is NaN, the lengths differ, or there are more than <see cref="LargestCount"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static TheilSenResult Fit(
        ReadOnlySpan<double> times,
        ReadOnlySpan<double> values,
        double confidenceLevel = 0.95
    )
    {
        Check(times, values, confidenceLevel);
        var result = new TheilSenResult
        {
            Status = Status(times, values),
            Slope = double.NaN,
            Intercept = double.NaN,
            Interval = new ConfidenceInterval(double.NaN, double.NaN, confidenceLevel),
            Count = times.Length,
        };
        if (result.Status != ResultStatus.Ok)
        {
            return result;
        }

        var slopes = Slopes(times, values);
        if (slopes.Length == 0)
        {
            return result with { Status = ResultStatus.Undefined };
        }

        Array.Sort(slopes);
        double slope = InterpolatedQuantile.OfSorted(slopes, 0.5),
            n = times.Length,
            variance =
                ((n * (n - 1) * ((2 * n) + 5)) - TiedTerm(SortedCopy.Of(times)) - TiedTerm(SortedCopy.Of(values))) / 18,
            margin = -Normal.Quantile((1 - confidenceLevel) / 2) * Math.Sqrt(Math.Max(0, variance));
        var lower = Math.Max((int)Math.Round((slopes.Length - margin) / 2) - 1, 0);
        var upper = Math.Min((int)Math.Round((slopes.Length + margin) / 2), slopes.Length - 1);
        return result with
        {
            Slope = slope,
            Intercept = InterpolatedQuantile.Of(values, 0.5) - (slope * InterpolatedQuantile.Of(times, 0.5)),
            Interval = new ConfidenceInterval(slopes[lower], slopes[upper], confidenceLevel),
        };
    }

    private static void Check(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double confidenceLevel)
    {
        SampleChecks.ThrowIfNaN(times, nameof(times));
        SampleChecks.ThrowIfNaN(values, nameof(values));
        if (times.Length != values.Length)
        {
            throw new ArgumentException(
                $"'{nameof(values)}' has {values.Length} values for {times.Length} times; it must have as many.",
                nameof(values)
            );
        }

        if (times.Length > LargestCount)
        {
            throw new ArgumentException(
                $"'{nameof(times)}' has {times.Length} points; at most {LargestCount} can be paired.",
                nameof(times)
            );
        }

        if (!(confidenceLevel is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel),
                confidenceLevel,
                "The level must lie in (0,1)."
            );
        }
    }

    private static ResultStatus Status(ReadOnlySpan<double> times, ReadOnlySpan<double> values) =>
        HasInfinity(times) || HasInfinity(values) ? ResultStatus.Infinite
        : times.Length == 0 ? ResultStatus.Empty
        : times.Length == 1 ? ResultStatus.TooFewRows
        : ResultStatus.Ok;

    private static bool HasInfinity(ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (double.IsInfinity(number))
            {
                return true;
            }
        }

        return false;
    }

    private static double[] Slopes(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        var slopes = new double[(int)((long)times.Length * (times.Length - 1) / 2)];
        var count = 0;
        for (var i = 0; i < times.Length; i++)
        {
            for (var j = i + 1; j < times.Length; j++)
            {
                var distance = times[j] - times[i];
                if (distance != 0)
                {
                    slopes[count++] = (values[j] - values[i]) / distance;
                }
            }
        }

        return count == slopes.Length ? slopes : slopes[..count];
    }

    private static double TiedTerm(double[] sorted)
    {
        double sum = 0;
        for (int i = 0, start = 0; i < sorted.Length; i++)
        {
            if (i + 1 == sorted.Length || sorted[i + 1] != sorted[i])
            {
                double tied = i - start + 1;
                sum += tied * (tied - 1) * ((2 * tied) + 5);
                start = i + 1;
            }
        }

        return sum;
    }
}
