namespace Mlops.Drift.Presets.Frouros;

/// <summary>The methods of frouros by the names of its classes.</summary>
internal static class FrourosCatalogue
{
    public static PresetMethod KolmogorovSmirnov { get; } =
        new("KSTest", "Kolmogorov-Smirnov test", double.NaN, PresetRule.Below)
        {
            Numbers = FrourosMethods.KolmogorovSmirnov,
        };

    public static PresetMethod ChiSquare { get; } =
        new("ChiSquareTest", "Chi-square test", double.NaN, PresetRule.Below)
        {
            Categories = pair => FrourosMethods.ChiSquare(pair.ReferenceCounts, pair.CurrentCounts),
        };

    public static IReadOnlyList<PresetMethod> All { get; } =
    [
        KolmogorovSmirnov,
        ChiSquare,
        new("CVMTest", "Cramér-von Mises test", double.NaN, PresetRule.Below)
        {
            Numbers = FrourosMethods.CramerVonMises,
        },
        new("AndersonDarlingTest", "Anderson-Darling test", double.NaN, PresetRule.Below)
        {
            Numbers = FrourosMethods.AndersonDarling,
        },
        new("MannWhitneyUTest", "Mann-Whitney U test", double.NaN, PresetRule.Below)
        {
            Numbers = FrourosMethods.MannWhitney,
        },
        new("WelchTTest", "Welch's t-test", double.NaN, PresetRule.Below)
        {
            Numbers = (reference, current, _) => FrourosMethods.WelchTTest(reference, current),
        },
        new("EnergyDistance", "Energy distance", double.NaN, PresetRule.Above)
        {
            Numbers = FrourosMethods.EnergyDistance,
        },
        new("EMD", "Earth Mover's Distance", double.NaN, PresetRule.Above)
        {
            Numbers = FrourosMethods.EarthMoversDistance,
        },
        new("JS", "Jensen-Shannon distance", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.JensenShannon(reference, current),
        },
        new("KL", "Kullback-Leibler divergence", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.KullbackLeibler(reference, current),
        },
        new("PSI", "Population Stability Index", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.PopulationStability(reference, current),
        },
        new("HellingerDistance", "Hellinger distance", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.Hellinger(reference, current),
        },
        new("BhattacharyyaDistance", "Bhattacharyya distance", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.Bhattacharyya(reference, current),
        },
        new("HINormalizedComplement", "Histogram intersection, complement", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.HistogramIntersectionComplement(reference, current),
        },
        new("MMD", "Maximum mean discrepancy", double.NaN, PresetRule.Above)
        {
            Numbers = (reference, current, _) => FrourosMethods.MaximumMeanDiscrepancy(reference, current),
        },
    ];
}
