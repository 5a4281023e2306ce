using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.Equivalence;

/// <summary>What a Jensen-Shannon distance amounts to in other measures of change: the table that makes a bound readable.</summary>
/// <param name="Distance">The Jensen-Shannon distance, base 2.</param>
/// <param name="Shift">The shift of a normal variable, in standard deviations, which has that distance on the reference's deciles; infinite if none has.</param>
/// <param name="ScaleRatio">The ratio above 1 of a normal variable's standard deviations which has that distance on the deciles; infinite if none has.</param>
/// <param name="KolmogorovSmirnov">The Kolmogorov-Smirnov distance of that shift.</param>
/// <param name="PopulationStability">The population stability index of that shift, on the deciles and without a floor.</param>
/// <param name="MissingFromNone">The share of missing rows that has that distance from none missing.</param>
/// <param name="MissingFromFivePercent">The larger share of missing rows that has that distance from 5% missing; NaN if none has.</param>
/// <remarks>
/// A distance of 0.10 is a shift of 0.241, a scale of 1.231, a Kolmogorov-Smirnov distance of 0.096, an index of 0.056,
/// missing rows from 0 to 2.0% or from 5% to 11.4%.
/// </remarks>
public readonly record struct EffectEquivalents(
    double Distance,
    double Shift,
    double ScaleRatio,
    double KolmogorovSmirnov,
    double PopulationStability,
    double MissingFromNone,
    double MissingFromFivePercent
)
{
    private const double FivePercent = 0.05;

    internal static EffectEquivalents Of(double distance)
    {
        var shift = NormalDeciles.Solve(s => NormalDeciles.Distance(s, 1), distance, 0, NormalDeciles.LargestShift);
        return new(
            distance,
            shift,
            NormalDeciles.Solve(r => NormalDeciles.Distance(0, r), distance, 1, 1e6),
            1 - (2 * Normal.Survival(shift / 2)),
            NormalDeciles.StabilityIndex(shift),
            NormalDeciles.Solve(q => JensenShannon.BernoulliDistance(0, q), distance, 0, 1),
            JensenShannon.BernoulliDistance(FivePercent, 1) < distance
                ? double.NaN
                : NormalDeciles.Solve(q => JensenShannon.BernoulliDistance(FivePercent, q), distance, FivePercent, 1)
        );
    }
}
