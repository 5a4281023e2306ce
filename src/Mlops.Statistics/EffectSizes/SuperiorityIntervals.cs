using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.EffectSizes;

/// <summary>Intervals of the probability of superiority.</summary>
internal static class SuperiorityIntervals
{
    internal static ConfidenceInterval Of(
        in PlacementSums sums,
        in SuperiorityEstimate estimate,
        SuperiorityIntervalMethod method,
        double level
    )
    {
        var (lower, upper) = method switch
        {
            SuperiorityIntervalMethod.DeLong => DeLong(estimate, level),
            SuperiorityIntervalMethod.Newcombe => Newcombe(sums, level),
            _ => Logit(estimate, level),
        };
        return new ConfidenceInterval(lower, upper, level);
    }

    private static (double Lower, double Upper) Logit(in SuperiorityEstimate estimate, double level)
    {
        double value = estimate.Value,
            rest = 0.5 - estimate.Excess,
            centre = Math.Log(value / rest),
            width =
                -StudentT.Quantile((1 - level) / 2, estimate.DegreesOfFreedom)
                * (Math.Sqrt(estimate.Variance) / (value * rest));
        return (1 / (1 + Math.Exp(width - centre)), 1 / (1 + Math.Exp(-width - centre)));
    }

    private static (double Lower, double Upper) DeLong(in SuperiorityEstimate estimate, double level)
    {
        var width = -Normal.Quantile((1 - level) / 2) * Math.Sqrt(estimate.Variance);
        return (Math.Max(0, estimate.Value - width), Math.Min(1, estimate.Value + width));
    }

    private static (double Lower, double Upper) Newcombe(in PlacementSums sums, double level)
    {
        double z = -Normal.Quantile((1 - level) / 2),
            n = sums.ReferenceCount,
            m = sums.CurrentCount,
            value = sums.Superiority;
        return (Solve(value, 0), Solve(value, 1));

        // Between the estimate, which is not too far from itself, and the end, which lies as far as it can.
        double Solve(double inside, double outside)
        {
            for (var i = 0; i < 100; i++)
            {
                var middle = 0.5 * (inside + outside);
                if (Math.Abs(value - middle) <= z * Math.Sqrt(Variance(middle)))
                {
                    inside = middle;
                }
                else
                {
                    outside = middle;
                }
            }

            return inside;
        }

        double Variance(double theta)
        {
            var rest = 1 - theta;
            return theta * rest / n / m * (1 + ((((n + m) / 2) - 1) * ((rest / (1 + rest)) + (theta / (1 + theta)))));
        }
    }
}
