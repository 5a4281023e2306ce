using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Equivalence;

/// <summary>Tests of non-inferiority: are the current data worse than the reference by less than a margin?</summary>
/// <remarks>
/// <para>Null: the current data are worse by the margin or more. Alternative: they are not. The gain g is current less reference where higher is better, the
/// reverse where lower is. For means t = (g + margin) / SE, by Welch or Student. For shares z is Farrington and Manning's (1990) score statistic, whose standard
/// error is that of the most probable shares that differ by the margin exactly.</para>
/// <para>NaN is refused, infinity has a status. O(n + m) for samples, constant time otherwise.</para>
/// </remarks>
public static class NonInferiority
{
    /// <summary>Tests the means of two samples.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="options">The margin.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static NonInferiorityResult TestMeans(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        NonInferiorityOptions options,
        ComputeContext? context = null
    ) =>
        TestMeans(
            MeanSummary.Of(reference, nameof(reference), context),
            MeanSummary.Of(current, nameof(current), context),
            options
        );

    /// <summary>Tests two summaries of means.</summary>
    /// <param name="reference">The reference's mean, variance and count.</param>
    /// <param name="current">The current mean, variance and count.</param>
    /// <param name="options">The margin.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    public static NonInferiorityResult TestMeans(
        MeanSummary reference,
        MeanSummary current,
        NonInferiorityOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(options);
        var difference = MeanDifference.Of(reference, current, options.Variances);
        var gain = options.Direction == NonInferiorityDirection.HigherIsBetter ? difference.Value : -difference.Value;
        if (difference.Status != ResultStatus.Ok)
        {
            return Result(difference.Status, double.NaN, double.NaN, gain, double.NaN, options);
        }

        var (error, degrees) = (difference.StandardError, difference.DegreesOfFreedom);
        var statistic = (gain + options.Margin) / error;
        return Result(
            ResultStatus.Ok,
            statistic,
            StudentT.Survival(statistic, degrees),
            gain,
            gain + (StudentT.Quantile(options.SignificanceLevel, degrees) * error),
            options
        );
    }

    /// <summary>Tests two shares of successes.</summary>
    /// <param name="referenceSuccesses">The reference's successes.</param>
    /// <param name="referenceTrials">The reference's trials.</param>
    /// <param name="currentSuccesses">The current successes.</param>
    /// <param name="currentTrials">The current trials.</param>
    /// <param name="options">The margin, below 1: a difference of shares.</param>
    /// <returns>The test; without trials on a side it has a status.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there are more successes than trials, or the margin is not below 1.</exception>
    public static NonInferiorityResult TestProportions(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials,
        NonInferiorityOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(referenceSuccesses);
        ArgumentOutOfRangeException.ThrowIfNegative(currentSuccesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(referenceSuccesses, referenceTrials);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(currentSuccesses, currentTrials);
        if (options.Margin >= 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.Margin,
                "The margin of two shares must be below 1."
            );
        }

        if (referenceTrials == 0 || currentTrials == 0)
        {
            return Result(ResultStatus.Empty, double.NaN, double.NaN, double.NaN, double.NaN, options);
        }

        // The gain is that of the first over the second; where lower is better the reference comes first.
        var score =
            options.Direction == NonInferiorityDirection.HigherIsBetter
                ? new ScoreOfShares(currentSuccesses, currentTrials, referenceSuccesses, referenceTrials)
                : new ScoreOfShares(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        var statistic = score.At(-options.Margin);
        return Result(
            ResultStatus.Ok,
            statistic,
            Normal.Survival(statistic),
            score.Difference,
            score.LeastDifference(-Normal.Quantile(options.SignificanceLevel)),
            options
        );
    }

    private static NonInferiorityResult Result(
        ResultStatus status,
        double statistic,
        double pValue,
        double gain,
        double leastGain,
        NonInferiorityOptions options
    ) =>
        new()
        {
            Status = status,
            Statistic = statistic,
            PValue = pValue,
            Gain = gain,
            LeastGain = leastGain,
            IsNonInferior = pValue <= options.SignificanceLevel,
            Options = options,
        };
}
