using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Quantiles;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>From replicates to an interval.</summary>
internal static class BootstrapLimits
{
    /// <summary>Sums of the same rows in another order differ by no more, relatively.</summary>
    private const double Rounding = 1e-12;

    /// <param name="estimate">The statistic of the data.</param>
    /// <param name="replicates">The statistics of the replicates; they are sorted in place.</param>
    /// <param name="method">How the interval is made, not <see cref="BootstrapMethod.Auto"/>.</param>
    /// <param name="acceleration">The acceleration, called for where it is needed.</param>
    /// <param name="options">What was asked.</param>
    internal static BootstrapResult Of(
        double estimate,
        double[] replicates,
        BootstrapMethod method,
        Func<double> acceleration,
        BootstrapOptions options
    )
    {
        var finite = Array.FindAll(replicates, double.IsFinite);
        if (!double.IsFinite(estimate) || 2 * finite.Length < replicates.Length)
        {
            return None(
                ResultStatus.Undefined,
                estimate,
                finite.Length,
                replicates.Length - finite.Length,
                method,
                options
            );
        }

        var moments = new MomentsDefinition().Create();
        moments.Add(finite, new() { MaxDegreeOfParallelism = 1 });
        Array.Sort(finite);
        var tail = (1 - options.ConfidenceLevel) / 2;
        var (lower, upper) = method switch
        {
            BootstrapMethod.Percentile => Quantiles(finite, tail, 1 - tail),
            BootstrapMethod.Basic => Reflect(estimate, Quantiles(finite, tail, 1 - tail)),
            _ => Accelerated(estimate, finite, tail, acceleration()),
        };
        return new BootstrapResult
        {
            Status = ResultStatus.Ok,
            Estimate = estimate,
            Interval = new ConfidenceInterval(lower, upper, options.ConfidenceLevel),
            StandardError = moments.Value.SampleStandardDeviation,
            Bias = moments.Value.Mean - estimate,
            ReplicateCount = finite.Length,
            UndefinedCount = replicates.Length - finite.Length,
            Method = method,
            Options = options,
        };
    }

    internal static BootstrapResult None(
        ResultStatus status,
        double estimate,
        int replicates,
        int undefined,
        BootstrapMethod method,
        BootstrapOptions options
    ) =>
        new()
        {
            Status = status,
            Estimate = estimate,
            Interval = new ConfidenceInterval(double.NaN, double.NaN, options.ConfidenceLevel),
            StandardError = double.NaN,
            Bias = double.NaN,
            ReplicateCount = replicates,
            UndefinedCount = undefined,
            Method = method,
            Options = options,
        };

    private static (double Lower, double Upper) Quantiles(double[] sorted, double low, double high) =>
        (InterpolatedQuantile.OfSorted(sorted, low), InterpolatedQuantile.OfSorted(sorted, high));

    private static (double Lower, double Upper) Reflect(double estimate, (double Lower, double Upper) limits) =>
        ((2 * estimate) - limits.Upper, (2 * estimate) - limits.Lower);

    private static (double Lower, double Upper) Accelerated(
        double estimate,
        double[] sorted,
        double tail,
        double acceleration
    )
    {
        // Replicates equal to the estimate count half on either side: a discrete statistic has many.
        int below = 0,
            equal = 0;
        foreach (var value in sorted)
        {
            var isEqual = Math.Abs(value - estimate) <= Rounding * Math.Abs(estimate);
            equal += isEqual ? 1 : 0;
            below += !isEqual && value < estimate ? 1 : 0;
        }

        var half = 0.5 / sorted.Length;
        var bias = Normal.Quantile(Math.Clamp((below + (0.5 * equal)) / sorted.Length, half, 1 - half));
        var z = Normal.Quantile(tail);
        return Quantiles(sorted, Moved(z), Moved(-z));

        double Moved(double score)
        {
            var sum = bias + score;
            var scale = 1 - (acceleration * sum);
            return scale > 0 ? Normal.Cdf(bias + (sum / scale)) : (sum > 0 ? 1 : 0);
        }
    }
}
