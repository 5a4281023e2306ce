using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Equivalence;

/// <summary>The effective size at which the chi-square rule would decide with a stated power.</summary>
internal static class EffectPlanner
{
    private const double Precision = 1e-6;

    /// <summary>The observed effect without the noise that it holds on average.</summary>
    public static double DebiasedEffect(EquivalenceResult result)
    {
        // A one-sided effect is signed, and unbiased as it is; boxes are scaled as observed.
        if (
            result.Method == EquivalenceMethod.ClopperPearsonBoxes
            || result.Options.Alternative == EquivalenceAlternative.Increase
        )
        {
            return result.Effect;
        }

        var unit = EquivalenceTest.Unit(result.EffectiveSize);
        return Math.Sqrt(Math.Max(0, (result.Effect * result.Effect) - ((result.BinCount - 1) / unit)));
    }

    /// <summary>The least effective size; infinite where the effect is the bound, or as good as that.</summary>
    public static double EffectiveSize(EquivalenceResult result, double effect, double significance, double power)
    {
        var distance = Math.Abs(result.Bound - effect);
        var margin = Normal.Quantile(power) - Normal.Quantile(significance);
        var root = Math.Max(margin, 0.1) / (distance * Math.Sqrt(EquivalenceTest.Unit(1)));
        if (!(root * root <= 4 * EquivalencePlanning.LargestEffectiveSize))
        {
            return double.PositiveInfinity;
        }

        if (result.Options.Alternative == EquivalenceAlternative.Increase)
        {
            return root * root;
        }

        var degreesOfFreedom = result.BinCount - 1;
        var target = Normal.Quantile(power);
        return Solve(root, r => PowerScore(r * r) - target);

        double PowerScore(double size)
        {
            double unit = EquivalenceTest.Unit(size),
                limit = unit * result.Bound * result.Bound,
                truth = unit * effect * effect;
            var passes = effect < result.Bound;
            var critical = NoncentralChiSquare.Quantile(
                passes ? significance : 1 - significance,
                degreesOfFreedom,
                limit
            );
            var (lower, upper) = NoncentralChiSquare.Tails(critical, degreesOfFreedom, truth);
            return Normal.Quantile(Math.Clamp(passes ? lower : upper, 1e-15, 1 - 1e-15));
        }
    }

    /// <summary>The size at which a function of its root, rising and nearly linear, is 0: by Illinois' regula falsi.</summary>
    private static double Solve(double root, Func<double, double> score)
    {
        double low = 0.8 * root,
            high = 1.25 * root,
            atLow = score(low),
            atHigh = score(high);
        while (atLow > 0)
        {
            (high, atHigh) = (low, atLow);
            low /= 2;
            atLow = score(low);
        }

        while (atHigh < 0)
        {
            (low, atLow) = (high, atHigh);
            high *= 1.5;
            if (high * high > 4 * EquivalencePlanning.LargestEffectiveSize)
            {
                return double.PositiveInfinity;
            }

            atHigh = score(high);
        }

        var side = 0;
        while (high - low > Precision * high)
        {
            var next = Math.Clamp(
                low - (atLow * (high - low) / (atHigh - atLow)),
                low + (0.25 * Precision * high),
                high - (0.25 * Precision * high)
            );
            var atNext = score(next);
            if (atNext < 0)
            {
                (low, atLow) = (next, atNext);
                atHigh = side == -1 ? atHigh / 2 : atHigh;
                side = -1;
            }
            else
            {
                (high, atHigh) = (next, atNext);
                atLow = side == 1 ? atLow / 2 : atLow;
                side = 1;
            }
        }

        return high * high;
    }
}
