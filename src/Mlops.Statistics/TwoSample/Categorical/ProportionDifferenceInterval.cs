using Mlops.Statistics.Distributions;
using Mlops.Statistics.Intervals;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Confidence intervals of the current share of successes less the reference's.</summary>
/// <remarks>Without trials on a side every method gives [-1,1]. Constant time; the score interval's limits are roots, found to the last digits.</remarks>
public static class ProportionDifferenceInterval
{
    /// <summary>The interval of p_current - p_reference, within [-1,1].</summary>
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
        ProportionDifferenceMethod method = ProportionDifferenceMethod.MiettinenNurminen
    )
    {
        ProportionChecks.Counts(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        ProportionChecks.Level(confidenceLevel, nameof(confidenceLevel));
        SampleChecks.Defined(method, nameof(method));
        if (referenceTrials == 0 || currentTrials == 0)
        {
            return new ConfidenceInterval(-1, 1, confidenceLevel);
        }

        var z = -Normal.Quantile((1 - confidenceLevel) / 2);
        var pair = new ProportionPair(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        var (lower, upper) = method switch
        {
            ProportionDifferenceMethod.Newcombe => Newcombe(
                pair.Difference,
                ProportionInterval.Of(currentSuccesses, currentTrials, confidenceLevel),
                ProportionInterval.Of(referenceSuccesses, referenceTrials, confidenceLevel),
                pair
            ),
            ProportionDifferenceMethod.AgrestiCaffo => Wald(new(pair.Y + 1, pair.M + 2, pair.X + 1, pair.N + 2), z),
            ProportionDifferenceMethod.Wald => Wald(pair, z),
            _ => Score(pair, z),
        };
        return new ConfidenceInterval(Math.Max(-1, lower), Math.Min(1, upper), confidenceLevel);
    }

    private static (double Lower, double Upper) Wald(ProportionPair pair, double z)
    {
        double p = pair.Current,
            q = pair.Reference,
            half = z * Math.Sqrt((p * (1 - p) / pair.N) + (q * (1 - q) / pair.M));
        return (pair.Difference - half, pair.Difference + half);
    }

    private static (double Lower, double Upper) Newcombe(
        double difference,
        ConfidenceInterval current,
        ConfidenceInterval reference,
        ProportionPair pair
    ) =>
        (
            difference - double.Hypot(pair.Current - current.Lower, reference.Upper - pair.Reference),
            difference + double.Hypot(current.Upper - pair.Current, pair.Reference - reference.Lower)
        );

    private static (double Lower, double Upper) Score(ProportionPair pair, double z)
    {
        double difference = pair.Difference,
            rows = pair.N + pair.M,
            factor = rows / (rows - 1);

        return (BracketedRoot.Solve(-1, difference, Lower), BracketedRoot.Solve(difference, 1, Upper));

        double Deviation(double delta) => z * Math.Sqrt(factor * pair.DifferenceVariance(delta));
        double Lower(double delta) => difference - delta - Deviation(delta);
        double Upper(double delta) => difference - delta + Deviation(delta);
    }
}
