using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Confidence intervals of the current odds of success over the reference's.</summary>
/// <remarks>Where no odds ratio is more likely than another (no trials on a side, or the same single outcome on both), every method gives [0, ∞]. Constant time.</remarks>
public static class OddsRatioInterval
{
    /// <summary>The interval of [p_current / (1 - p_current)] / [p_reference / (1 - p_reference)], within [0, ∞].</summary>
    /// <param name="referenceSuccesses">The reference's successes, from 0 to its trials.</param>
    /// <param name="referenceTrials">The reference's trials.</param>
    /// <param name="currentSuccesses">The current successes, from 0 to the current trials.</param>
    /// <param name="currentTrials">The current trials.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="method">How it is found.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ConfidenceInterval Of(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials,
        double confidenceLevel = 0.95,
        OddsRatioMethod method = OddsRatioMethod.Score
    )
    {
        ProportionChecks.Counts(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        ProportionChecks.Level(confidenceLevel, nameof(confidenceLevel));
        SampleChecks.Defined(method, nameof(method));
        var pair = new ProportionPair(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        var successes = pair.X + pair.Y;
        if (pair.N == 0 || pair.M == 0 || successes == 0 || successes == pair.N + pair.M)
        {
            return new ConfidenceInterval(0, double.PositiveInfinity, confidenceLevel);
        }

        var z = -Normal.Quantile((1 - confidenceLevel) / 2);
        var (lower, upper) = method switch
        {
            OddsRatioMethod.Woolf => Woolf(pair, 0, z),
            OddsRatioMethod.HaldaneAnscombe => Woolf(pair, 0.5, z),
            _ => Score(pair, z),
        };
        return new ConfidenceInterval(lower, upper, confidenceLevel);
    }

    private static (double Lower, double Upper) Woolf(ProportionPair pair, double added, double z)
    {
        double a = pair.X + added,
            b = pair.N - pair.X + added,
            c = pair.Y + added,
            d = pair.M - pair.Y + added;
        if (a == 0 || b == 0 || c == 0 || d == 0)
        {
            return (0, double.PositiveInfinity);
        }

        double ratio = a / b * (d / c),
            half = z * Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d));
        return (ratio * Math.Exp(-half), ratio * Math.Exp(half));
    }

    private static (double Lower, double Upper) Score(ProportionPair pair, double z)
    {
        double lower = 0,
            upper = double.PositiveInfinity;
        if (pair.X > 0 && pair.Y < pair.M)
        {
            lower = Math.Exp(Root(Lower));
        }

        if (pair.Y > 0 && pair.X < pair.N)
        {
            upper = Math.Exp(Root(Upper));
        }

        return (lower, upper);

        double Lower(double logarithm) => Statistic(pair, logarithm) - z;
        double Upper(double logarithm) => Statistic(pair, logarithm) + z;
    }

    /// <summary>(x - n p̃) √(1 / (n p̃ q̃) + 1 / (m r̃ s̃)), which falls as the odds ratio grows.</summary>
    private static double Statistic(ProportionPair pair, double logarithm)
    {
        var (current, reference) = pair.OddsShares(Math.Exp(logarithm));
        var distance = pair.X - (pair.N * current);
        return distance == 0
            ? 0
            : distance
                * Math.Sqrt(
                    (1 / (pair.N * current * (1 - current))) + (1 / (pair.M * reference * (1 - reference)))
                );
    }

    private static double Root(Func<double, double> falling)
    {
        double low = -1,
            high = 1;
        while (falling(low) <= 0 && low > -600)
        {
            low *= 2;
        }

        while (falling(high) >= 0 && high < 600)
        {
            high *= 2;
        }

        return BracketedRoot.Solve(low, high, falling);
    }
}
