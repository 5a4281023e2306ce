using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Equivalence;

/// <summary>The one-sided judgement of two bins that are not sparse.</summary>
/// <remarks>With one degree of freedom √X, signed by the direction of the change, is normal around √λ with deviation 1.</remarks>
internal static class SignedRoot
{
    public static EquivalenceResult Judge(EquivalenceResult result, double signedDistance)
    {
        var options = result.Options;
        double unit = Math.Sqrt(EquivalenceTest.Unit(result.EffectiveSize)),
            z = unit * signedDistance,
            limit = unit * options.Bound,
            margin = -Normal.Quantile((1 - options.ConfidenceLevel) / 2);
        return result with
        {
            Method = EquivalenceMethod.ChiSquare,
            DriftPValue = Normal.Survival(z - limit),
            SamePValue = Normal.Cdf(z - limit),
            DetectionPValue = Normal.Survival(z),
            Interval = new ConfidenceInterval(
                Distance(z - margin, unit),
                Distance(z + margin, unit),
                options.ConfidenceLevel
            ),
        };
    }

    private static double Distance(double z, double unit) => Math.Clamp(z / unit, 0, 1);
}
