using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.EffectSizes;

/// <summary>The standardised difference by which the balance of two groups is judged, for numbers and for categories: it does not grow with the number of rows.</summary>
/// <remarks>
/// <para>For numbers: (x̄_current - x̄_reference) / √((s²_reference + s²_current) / 2), both variances counting alike whatever the counts (Austin 2009, "Balance
/// diagnostics …"); an absolute value above 0.1 is usually called an imbalance.</para>
/// <para>For categories: the Mahalanobis distance of the two vectors of shares, with the mean of their multinomial covariances (Yang and Dalton 2012). It is
/// √(q / (1 - q/4)) with q = Σ (p - q)² / ((p + q) / 2), infinite where no category is shared. For two categories it is Austin's for a binary variable.</para>
/// <para>The interval is normal, of variance (n + m) / (n m) + d² / (2 (n + m)) (Hedges and Olkin 1985), cut at 0 for categories. Where neither side varies: a status.</para>
/// </remarks>
public static class StandardizedMeanDifference
{
    /// <inheritdoc cref="CohenD.Measure(ReadOnlySpan{double}, ReadOnlySpan{double}, double, ComputeContext?)"/>
    public static StandardizedDifference Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    ) =>
        Measure(
            MeanSummary.Of(reference, nameof(reference), context),
            MeanSummary.Of(current, nameof(current), context),
            confidenceLevel
        );

    /// <inheritdoc cref="CohenD.Measure(MeanSummary, MeanSummary, double)"/>
    public static StandardizedDifference Measure(
        MeanSummary reference,
        MeanSummary current,
        double confidenceLevel = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        Level.Checked(confidenceLevel, nameof(confidenceLevel));
        double n = reference.EffectiveCount,
            m = current.EffectiveCount,
            deviation = Math.Sqrt((reference.SampleVariance / 2) + (current.SampleVariance / 2)),
            value = (current.Mean - reference.Mean) / deviation;
        var status =
            reference.Status != ResultStatus.Ok ? reference.Status
            : current.Status != ResultStatus.Ok ? current.Status
            : !(n > 1 && m > 1) ? ResultStatus.TooFewRows
            : deviation == 0 ? ResultStatus.Constant
            : !double.IsFinite(value) ? ResultStatus.Undefined
            : ResultStatus.Ok;
        return Make(status, value, deviation, n, m, double.NegativeInfinity, confidenceLevel);
    }

    /// <summary>Measures two samples of a categorical variable.</summary>
    /// <param name="referenceCounts">How often each category occurs in the reference, not negative.</param>
    /// <param name="currentCounts">How often each of the same categories occurs in the current data.</param>
    /// <param name="confidenceLevel">The interval's level, in (0,1).</param>
    /// <returns>The effect; data without an answer have a status. Linear in the number of categories.</returns>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static StandardizedDifference MeasureCategories(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double confidenceLevel = 0.95
    )
    {
        Level.Checked(confidenceLevel, nameof(confidenceLevel));
        if (currentCounts.Length != referenceCounts.Length)
        {
            throw new ArgumentException(
                $"'{nameof(currentCounts)}' has {currentCounts.Length} counts for {referenceCounts.Length} categories; it must have as many.",
                nameof(currentCounts)
            );
        }

        double n = BinCounts.Total(referenceCounts, nameof(referenceCounts)),
            m = BinCounts.Total(currentCounts, nameof(currentCounts)),
            distance = 0,
            overlap = 0;
        var present = 0;
        for (var i = 0; i < referenceCounts.Length; i++)
        {
            double p = referenceCounts[i] / n,
                q = currentCounts[i] / m,
                sum = p + q;
            if (sum > 0)
            {
                present++;
                distance += 2 * (p - q) * (p - q) / sum;
                overlap += 2 * p * q / sum;
            }
        }

        // 1 - q/4 is Σ 2 p q / (p + q): each (p - q)² is (p + q)² - 4 p q.
        var status =
            n == 0 || m == 0 ? ResultStatus.Empty
            : present < 2 ? ResultStatus.Constant
            : ResultStatus.Ok;
        var value = Math.Sqrt(distance / overlap);
        return Make(status, value, double.NaN, n, m, 0, confidenceLevel);
    }

    private static StandardizedDifference Make(
        ResultStatus status,
        double value,
        double deviation,
        double n,
        double m,
        double least,
        double confidenceLevel
    )
    {
        var isOk = status == ResultStatus.Ok;
        var error = Math.Sqrt((1 / n) + (1 / m) + (value * value / (2 * (n + m))));
        var half = -Normal.Quantile((1 - confidenceLevel) / 2) * error;
        return new StandardizedDifference
        {
            Status = status,
            Value = isOk ? value : double.NaN,
            Interval = isOk
                ? new ConfidenceInterval(
                    double.IsFinite(value) ? Math.Max(least, value - half) : least,
                    value + half,
                    confidenceLevel
                )
                : new ConfidenceInterval(double.NaN, double.NaN, confidenceLevel),
            StandardDeviation = deviation,
            ReferenceCount = n,
            CurrentCount = m,
        };
    }
}
