using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The t-test of two means, by Welch or by Student: do two populations have the same mean?</summary>
/// <remarks>
/// <para>Null: the means are equal. Alternative: they differ, or the current one is greater (less). The statistic is t = (x̄_current - x̄_reference) / SE, where
/// SE² is s²/n + s²/m of each side's variance (Welch; Satterthwaite's degrees of freedom) or the pooled variance times 1/n + 1/m (Student; n + m - 2).</para>
/// <para>Exact for normal populations; otherwise by the central limit theorem, so with heavy tails only for many rows. With importance weights counts are
/// Kish's effective ones and the test is approximate. The two samples are independent.</para>
/// <para>NaN is refused, infinity has a status, -0.0 equals 0.0; where neither side varies there is no t, and a status. O(n + m), one pass; the same bits at
/// any number of threads. Student (1908); Welch (1947), "The generalization of Student's problem when several different population variances are involved".</para>
/// </remarks>
public static class TTest
{
    /// <summary>Tests two samples.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static TTestResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        TTestOptions? options = null,
        ComputeContext? context = null
    ) =>
        Test(
            MeanSummary.Of(reference, nameof(reference), context),
            MeanSummary.Of(current, nameof(current), context),
            options
        );

    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, TTestOptions?, ComputeContext?)"/>
    public static TTestResult Test(
        ReadOnlySpan<float> reference,
        ReadOnlySpan<float> current,
        TTestOptions? options = null,
        ComputeContext? context = null
    ) =>
        Test(
            MeanSummary.Of(reference, nameof(reference), context),
            MeanSummary.Of(current, nameof(current), context),
            options
        );

    /// <summary>Tests the means that two profiles keep.</summary>
    /// <param name="reference">The reference's moments; missing values are left out, as they are there.</param>
    /// <param name="current">The current moments.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    public static TTestResult Test(MomentsResult reference, MomentsResult current, TTestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        return Test(MeanSummary.Of(reference), MeanSummary.Of(current), options);
    }

    /// <summary>Tests two summaries: of weighted values, of moments, or of published numbers.</summary>
    /// <param name="reference">The reference's mean, variance and count.</param>
    /// <param name="current">The current mean, variance and count.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <returns>The test; data without an answer have a status. Constant time.</returns>
    public static TTestResult Test(MeanSummary reference, MeanSummary current, TTestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        options ??= TTestOptions.Default;
        var difference = MeanDifference.Of(reference, current, options.Variances);
        var isOk = difference.Status == ResultStatus.Ok;
        var statistic = isOk ? difference.Value / difference.StandardError : double.NaN;
        return new TTestResult
        {
            Status = difference.Status,
            Statistic = statistic,
            DegreesOfFreedom = difference.DegreesOfFreedom,
            PValue = isOk ? PValue(statistic, difference.DegreesOfFreedom, options.Alternative) : double.NaN,
            Difference = difference.Value,
            StandardError = difference.StandardError,
            Interval = Interval(difference, options),
            Reference = reference,
            Current = current,
            Options = options,
        };
    }

    private static double PValue(double statistic, double degreesOfFreedom, TwoSampleAlternative alternative) =>
        alternative switch
        {
            TwoSampleAlternative.CurrentGreater => StudentT.Survival(statistic, degreesOfFreedom),
            TwoSampleAlternative.CurrentLess => StudentT.Cdf(statistic, degreesOfFreedom),
            _ => Math.Min(1, 2 * StudentT.Survival(Math.Abs(statistic), degreesOfFreedom)),
        };

    private static ConfidenceInterval Interval(in MeanDifference difference, TTestOptions options)
    {
        var level = options.ConfidenceLevel;
        if (difference.Status != ResultStatus.Ok)
        {
            return new ConfidenceInterval(double.NaN, double.NaN, level);
        }

        var isTwoSided = options.Alternative == TwoSampleAlternative.TwoSided;
        var tail = isTwoSided ? (1 - level) / 2 : 1 - level;
        var half = -StudentT.Quantile(tail, difference.DegreesOfFreedom) * difference.StandardError;
        return new ConfidenceInterval(
            options.Alternative == TwoSampleAlternative.CurrentLess
                ? double.NegativeInfinity
                : difference.Value - half,
            options.Alternative == TwoSampleAlternative.CurrentGreater
                ? double.PositiveInfinity
                : difference.Value + half,
            level
        );
    }
}
