using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Confidence intervals of the current share of successes over the reference's.</summary>
/// <remarks>Without trials on a side, and without any success on both, every method gives [0, ∞]. Constant time.</remarks>
public static class ProportionRatioInterval
{
    /// <summary>The interval of p_current / p_reference, within [0, ∞].</summary>
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
        ProportionRatioMethod method = ProportionRatioMethod.Koopman
    )
    {
        ProportionChecks.Counts(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        ProportionChecks.Level(confidenceLevel, nameof(confidenceLevel));
        SampleChecks.Defined(method, nameof(method));
        var pair = new ProportionPair(referenceSuccesses, referenceTrials, currentSuccesses, currentTrials);
        if (pair.N == 0 || pair.M == 0 || pair.X + pair.Y == 0)
        {
            return new ConfidenceInterval(0, double.PositiveInfinity, confidenceLevel);
        }

        var z = -Normal.Quantile((1 - confidenceLevel) / 2);
        var (lower, upper) = method == ProportionRatioMethod.KatzLog ? Katz(pair, z) : Koopman(pair, z);
        return new ConfidenceInterval(lower, upper, confidenceLevel);
    }

    private static (double Lower, double Upper) Katz(ProportionPair pair, double z)
    {
        if (pair.X == 0 || pair.Y == 0)
        {
            return (0, double.PositiveInfinity);
        }

        double ratio = pair.Current / pair.Reference,
            half = z * Math.Sqrt(((pair.N - pair.X) / pair.X / pair.N) + ((pair.M - pair.Y) / pair.Y / pair.M));
        return (ratio * Math.Exp(-half), ratio * Math.Exp(half));
    }

    private static (double Lower, double Upper) Koopman(ProportionPair pair, double z)
    {
        double lower = 0,
            upper = double.PositiveInfinity;
        if (pair.X > 0)
        {
            lower = Root(pair, z, pair.Y > 0 ? pair.Current / pair.Reference : double.PositiveInfinity, down: true);
        }

        if (pair.Y > 0)
        {
            upper = Root(pair, z, pair.X > 0 ? pair.Current / pair.Reference : 0, down: false);
        }

        return (lower, upper);
    }

    /// <summary>The end of the ratios that are not rejected, sought from the estimate outwards on the logarithm of the ratio.</summary>
    private static double Root(ProportionPair pair, double z, double estimate, bool down)
    {
        double start = estimate is > 0 and < double.PositiveInfinity ? Math.Log(estimate) : 0,
            step = down ? -1 : 1;
        if (Outside(start) > 0)
        {
            // Only where the estimate is 0 or infinite and ratio 1 is rejected already: the end lies towards the estimate.
            var inner = start;
            while (Outside(inner) > 0 && Math.Abs(inner) < 600)
            {
                inner -= step;
            }

            return Math.Exp(Solve(inner, inner + step));
        }

        var outer = start + step;
        while (Outside(outer) <= 0 && Math.Abs(outer) < 700)
        {
            outer += step;
        }

        return Math.Exp(Solve(outer - step, outer));

        // Positive where the ratio is rejected on this side.
        double Outside(double logarithm)
        {
            var ratio = Math.Exp(logarithm);
            var distance = pair.Current - (ratio * pair.Reference);
            return (down ? distance : -distance) - (z * Math.Sqrt(pair.RatioVariance(ratio)));
        }

        double Solve(double inside, double outside) =>
            down
                ? BracketedRoot.Solve(outside, inside, Outside)
                : BracketedRoot.Solve(inside, outside, x => -Outside(x));
    }
}
