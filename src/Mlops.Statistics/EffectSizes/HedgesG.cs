using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.EffectSizes;

/// <summary>Hedges' g: Cohen's d without its bias for few rows.</summary>
/// <remarks>
/// g = J d with the exact J = Γ(ν/2) / (√(ν/2) Γ((ν - 1)/2)), ν = n + m - 2, which is near 1 - 3 / (4ν - 1). For normal populations of equal variance its
/// expectation is the population's value. The interval is that of <see cref="CohenD"/>, both limits times J. It takes more
/// than one degree of freedom. Hedges (1981), "Distribution theory for Glass's estimator of effect size".
/// </remarks>
public static class HedgesG
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
        var difference = PooledDifference.Of(reference, current);
        if (difference.Status == ResultStatus.Ok && difference.DegreesOfFreedom <= 1)
        {
            difference = difference with { Status = ResultStatus.TooFewRows };
        }

        var factor = difference.Status == ResultStatus.Ok ? Correction(difference.DegreesOfFreedom) : double.NaN;
        return difference.Scaled(factor, confidenceLevel);
    }

    /// <summary>J for more than one degree of freedom.</summary>
    internal static double Correction(double degreesOfFreedom)
    {
        // Stirling's formula for both gamma functions: what is large in them cancels on paper.
        var a = degreesOfFreedom / 2;
        var log = -SpecialFunctions.LogOnePlus(-0.5 / a);
        return Math.Exp(
            (a * log) - 0.5 - log + SpecialFunctions.StirlingError(a) - SpecialFunctions.StirlingError(a - 0.5)
        );
    }
}
