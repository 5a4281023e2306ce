using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.Moments;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Equivalence;

/// <summary>Two one-sided t-tests: do two means differ by less than what matters?</summary>
/// <remarks>
/// <para>Null: the difference, current less reference, is at most the lower bound, or at least the upper one. Alternative: it lies between them. Each half is a
/// one-sided test at the level α, and so are both together (Schuirmann 1987). On the raw scale by Welch or Student; on the standardised scale the noncentral t
/// distribution at the bounds, exact for normal populations of equal variance.</para>
/// <para>NaN is refused, infinity has a status; where neither side varies there is no test. O(n + m), one pass.</para>
/// </remarks>
public static class MeanEquivalence
{
    /// <summary>Tests two samples.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MeanEquivalenceResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        MeanEquivalenceOptions options,
        ComputeContext? context = null
    ) =>
        Test(
            MeanSummary.Of(reference, nameof(reference), context),
            MeanSummary.Of(current, nameof(current), context),
            options
        );

    /// <summary>Tests two summaries: of weighted values, of moments, or of published numbers.</summary>
    /// <param name="reference">The reference's mean, variance and count.</param>
    /// <param name="current">The current mean, variance and count.</param>
    /// <param name="options">The bounds.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    public static MeanEquivalenceResult Test(
        MeanSummary reference,
        MeanSummary current,
        MeanEquivalenceOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(options);
        var answer =
            options.Scale == MeanEquivalenceScale.Raw
                ? OfMeans(reference, current, options)
                : OfStandardized(reference, current, options);
        var pValue = Math.Max(answer.LowerPValue, answer.UpperPValue);
        return new MeanEquivalenceResult
        {
            Status = answer.Status,
            PValue = pValue,
            LowerPValue = answer.LowerPValue,
            UpperPValue = answer.UpperPValue,
            Difference = answer.Difference,
            Interval = new ConfidenceInterval(answer.Lower, answer.Upper, 1 - (2 * options.SignificanceLevel)),
            IsEquivalent = pValue <= options.SignificanceLevel,
            Reference = reference,
            Current = current,
            Options = options,
        };
    }

    private static Answer OfMeans(MeanSummary reference, MeanSummary current, MeanEquivalenceOptions options)
    {
        var difference = MeanDifference.Of(reference, current, options.Variances);
        if (difference.Status != ResultStatus.Ok)
        {
            return Answer.None(difference.Status, difference.Value);
        }

        var (value, error, degrees) = (difference.Value, difference.StandardError, difference.DegreesOfFreedom);
        var half = -StudentT.Quantile(options.SignificanceLevel, degrees) * error;
        return new Answer(
            ResultStatus.Ok,
            value,
            StudentT.Survival((value - options.LowerBound) / error, degrees),
            StudentT.Cdf((value - options.UpperBound) / error, degrees),
            value - half,
            value + half
        );
    }

    private static Answer OfStandardized(MeanSummary reference, MeanSummary current, MeanEquivalenceOptions options)
    {
        var difference = PooledDifference.Of(reference, current);
        if (difference.Status != ResultStatus.Ok)
        {
            return Answer.None(difference.Status, difference.Value);
        }

        var (statistic, degrees, root) = (
            difference.Statistic,
            difference.DegreesOfFreedom,
            difference.RootOfRows
        );
        var (lower, upper) = difference.Limits(options.SignificanceLevel);
        return new Answer(
            ResultStatus.Ok,
            difference.Value,
            NoncentralStudentT.Tails(statistic, degrees, options.LowerBound * root).Upper,
            NoncentralStudentT.Tails(statistic, degrees, options.UpperBound * root).Lower,
            lower,
            upper
        );
    }

    private readonly record struct Answer(
        ResultStatus Status,
        double Difference,
        double LowerPValue,
        double UpperPValue,
        double Lower,
        double Upper
    )
    {
        internal static Answer None(ResultStatus status, double difference) =>
            new(status, difference, double.NaN, double.NaN, double.NaN, double.NaN);
    }
}
