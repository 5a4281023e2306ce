using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>The comparison of two shares of successes: the pooled z-test, and intervals of the difference, the ratio and the odds ratio.</summary>
/// <remarks>
/// <para>Null: both shares are the same. Alternative: they differ, or in one direction. z = (p_current - p_reference) / √(p̄ (1 - p̄)(1/n + 1/m)), the score
/// statistic, whose square is Pearson's X² without a correction; the difference is taken from whole numbers. The p-value is normal, which asks for about five
/// successes and failures expected a side; <see cref="FisherExact"/> is for fewer.</para>
/// <para>Intervals are found by the methods in the options, and by default invert score tests, so that they agree with one another and nearly with z.
/// Constant time. Miettinen and Nurminen (1985), "Comparative analysis of two rates".</para>
/// </remarks>
public static class TwoProportions
{
    /// <summary>Compares the share of successes in the reference and in the current data.</summary>
    /// <param name="referenceSuccesses">The reference's successes, from 0 to its trials.</param>
    /// <param name="referenceTrials">The reference's trials.</param>
    /// <param name="currentSuccesses">The current successes, from 0 to the current trials.</param>
    /// <param name="currentTrials">The current trials.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <returns>The comparison; no trials, or the same single outcome everywhere, have a status.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more successes than trials.</exception>
    public static TwoProportionsResult Test(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials,
        TwoProportionsOptions? options = null
    )
    {
        ProportionChecks.Counts(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        options ??= TwoProportionsOptions.Default;
        Int128 successes = (Int128)referenceSuccesses + currentSuccesses,
            trials = (Int128)referenceTrials + currentTrials;
        var status =
            referenceTrials == 0 || currentTrials == 0 ? ResultStatus.Empty
            : successes == 0 || successes == trials ? ResultStatus.Constant
            : ResultStatus.Ok;
        double n = referenceTrials,
            m = currentTrials,
            p = referenceSuccesses / n,
            q = currentSuccesses / m,
            excess = (double)(((Int128)currentSuccesses * referenceTrials) - ((Int128)referenceSuccesses * currentTrials)),
            pooled = (double)successes / (double)trials,
            rest = (double)(trials - successes) / (double)trials,
            z = status == ResultStatus.Ok ? excess / n / m / Math.Sqrt(pooled * rest * ((1 / n) + (1 / m))) : double.NaN;
        return new TwoProportionsResult
        {
            Status = status,
            Statistic = z,
            PValue = status == ResultStatus.Ok ? PValue(z, options.Alternative) : double.NaN,
            ReferenceShare = p,
            CurrentShare = q,
            Difference = excess / n / m,
            DifferenceInterval = ProportionDifferenceInterval.Of(
                referenceSuccesses,
                referenceTrials,
                currentSuccesses,
                currentTrials,
                options.ConfidenceLevel,
                options.DifferenceMethod
            ),
            Ratio = q / p,
            RatioInterval = ProportionRatioInterval.Of(
                referenceSuccesses,
                referenceTrials,
                currentSuccesses,
                currentTrials,
                options.ConfidenceLevel,
                options.RatioMethod
            ),
            OddsRatio = currentSuccesses * (n - referenceSuccesses) / ((m - currentSuccesses) * referenceSuccesses),
            OddsRatioInterval = OddsRatioInterval.Of(
                referenceSuccesses,
                referenceTrials,
                currentSuccesses,
                currentTrials,
                options.ConfidenceLevel,
                options.OddsRatioMethod
            ),
            ReferenceTrials = referenceTrials,
            CurrentTrials = currentTrials,
            Options = options,
        };
    }

    private static double PValue(double z, TwoSampleAlternative alternative) =>
        alternative switch
        {
            TwoSampleAlternative.CurrentGreater => Normal.Survival(z),
            TwoSampleAlternative.CurrentLess => Normal.Cdf(z),
            _ => Math.Min(1, 2 * Normal.Survival(Math.Abs(z))),
        };
}
