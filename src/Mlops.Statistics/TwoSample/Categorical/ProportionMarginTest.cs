using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Score tests of a difference of two shares against margins: non-inferiority, and equivalence.</summary>
/// <remarks>
/// Null: the difference p_current - p_reference is at a margin δ or beyond it. z = (d - δ) / √(V N / (N - 1)) with V the variance at the most likely shares whose
/// difference is δ, the statistic whose inversion is <see cref="ProportionDifferenceMethod.MiettinenNurminen"/>; so a margin is rejected at level α exactly where it
/// lies outside the interval at level 1 - 2α. Where no rows could vary at δ (δ = ±1), z is infinite, or 0 at the margin itself. Constant time.
/// Farrington and Manning (1990); Miettinen and Nurminen (1985).
/// </remarks>
public static class ProportionMarginTest
{
    /// <summary>Tests the difference against a margin on either side.</summary>
    /// <param name="referenceSuccesses">The reference's successes, from 0 to its trials.</param>
    /// <param name="referenceTrials">The reference's trials.</param>
    /// <param name="currentSuccesses">The current successes, from 0 to the current trials.</param>
    /// <param name="currentTrials">The current trials.</param>
    /// <param name="lowerMargin">The lower margin in [-1,1]: -0.05 for a fall by five percentage points.</param>
    /// <param name="upperMargin">The upper margin in [-1,1], above the lower one.</param>
    /// <returns>The p-values of both margins; no trials on a side have a status.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there are more successes than trials, or a margin is outside its range.</exception>
    public static ProportionMarginResult Evaluate(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials,
        double lowerMargin,
        double upperMargin
    )
    {
        ProportionChecks.Counts(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        CheckMargin(lowerMargin >= -1 && lowerMargin <= 1, lowerMargin, nameof(lowerMargin), "must lie in [-1,1]");
        CheckMargin(
            upperMargin > lowerMargin && upperMargin <= 1,
            upperMargin,
            nameof(upperMargin),
            "must lie above the lower one and not above 1"
        );
        var pair = new ProportionPair(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        var isEmpty = referenceTrials == 0 || currentTrials == 0;
        double lower = isEmpty ? double.NaN : Statistic(pair, lowerMargin),
            upper = isEmpty ? double.NaN : Statistic(pair, upperMargin),
            lowerPValue = isEmpty ? double.NaN : Normal.Survival(lower),
            upperPValue = isEmpty ? double.NaN : Normal.Cdf(upper);
        return new ProportionMarginResult
        {
            Status = isEmpty ? ResultStatus.Empty : ResultStatus.Ok,
            Difference = isEmpty ? double.NaN : pair.Difference,
            LowerStatistic = lower,
            LowerPValue = lowerPValue,
            UpperStatistic = upper,
            UpperPValue = upperPValue,
            EquivalencePValue = Math.Max(lowerPValue, upperPValue),
            LowerMargin = lowerMargin,
            UpperMargin = upperMargin,
        };
    }

    private static double Statistic(ProportionPair pair, double delta)
    {
        double distance = pair.Difference - delta,
            rows = pair.N + pair.M;
        return distance == 0 ? 0 : distance / Math.Sqrt(pair.DifferenceVariance(delta) * rows / (rows - 1));
    }

    private static void CheckMargin(bool holds, double value, string name, string what)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The margin {what}.");
        }
    }
}
