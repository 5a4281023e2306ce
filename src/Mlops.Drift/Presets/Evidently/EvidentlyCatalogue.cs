namespace Mlops.Drift.Presets.Evidently;

/// <summary>The methods of Evidently by the names under which it registers them, each with its default threshold.</summary>
internal static class EvidentlyCatalogue
{
    public static PresetMethod KolmogorovSmirnov { get; } =
        new("ks", "K-S p_value", 0.05, PresetRule.AtMost) { Numbers = EvidentlyMethods.KolmogorovSmirnov };

    public static PresetMethod ChiSquare { get; } =
        new("chisquare", "chi-square p_value", 0.05, PresetRule.Below)
        {
            Categories = pair => EvidentlyMethods.ChiSquare(pair.ReferenceCounts, pair.CurrentCounts),
        };

    public static PresetMethod TwoProportions { get; } =
        new("z", "Z-test p_value", 0.05, PresetRule.Below)
        {
            Categories = pair => EvidentlyMethods.TwoProportions(pair.ReferenceCounts, pair.CurrentCounts),
        };

    public static PresetMethod JensenShannon { get; } =
        new("jensenshannon", "Jensen-Shannon distance", 0.1, PresetRule.AtLeast)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.JensenShannon(reference, current),
            Categories = pair => EvidentlyMethods.JensenShannon(pair.ReferenceCounts, pair.CurrentCounts),
        };

    public static PresetMethod Wasserstein { get; } =
        new("wasserstein", "Wasserstein distance (normed)", 0.1, PresetRule.AtLeast)
        {
            Numbers = EvidentlyMethods.Wasserstein,
        };

    // What is reproduced can be chosen; a method more is a line more.
    public static IReadOnlyList<PresetMethod> All { get; } =
    [
        KolmogorovSmirnov,
        ChiSquare,
        TwoProportions,
        JensenShannon,
        Wasserstein,
        new("kl_div", "Kullback-Leibler divergence", 0.1, PresetRule.AtLeast)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.KullbackLeibler(reference, current),
            Categories = pair => EvidentlyMethods.KullbackLeibler(pair.ReferenceCounts, pair.CurrentCounts),
        },
        new("psi", "PSI", 0.1, PresetRule.AtLeast)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.PopulationStability(reference, current),
            Categories = pair => EvidentlyMethods.PopulationStability(pair.ReferenceCounts, pair.CurrentCounts),
        },
        new("hellinger", "Hellinger distance", 0.1, PresetRule.AtLeast)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.Hellinger(reference, current),
            Categories = pair => EvidentlyMethods.Hellinger(pair.ReferenceCounts, pair.CurrentCounts),
        },
        new("cramer_von_mises", "Cramer-von Mises", 0.1, PresetRule.AtMost)
        {
            Numbers = EvidentlyMethods.CramerVonMises,
        },
        new("anderson", "Anderson-Darling", 0.1, PresetRule.Below) { Numbers = EvidentlyMethods.AndersonDarling },
        new("ed", "Energy-distance", 0.1, PresetRule.Above) { Numbers = EvidentlyMethods.EnergyDistance },
        new("es", "Epps-Singleton", 0.05, PresetRule.Below)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.EppsSingleton(reference, current),
        },
        new("mannw", "Mann-Whitney U-rank test", 0.05, PresetRule.Below) { Numbers = EvidentlyMethods.MannWhitney },
        new("t_test", "t_test", 0.05, PresetRule.Below)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.TTest(reference, current),
        },
        new("fisher_exact", "Fisher's Exact test", 0.1, PresetRule.Below)
        {
            Categories = pair => EvidentlyMethods.FisherExact(pair.ReferenceCounts, pair.CurrentCounts),
        },
        new("g_test", "g_test", 0.1, PresetRule.Below)
        {
            Categories = pair => EvidentlyMethods.GTest(pair.ReferenceCounts, pair.CurrentCounts),
        },
        new("TVD", "Total-Variation-Distance", 0.1, PresetRule.Below)
        {
            Categories = pair =>
                EvidentlyMethods.TotalVariation(pair.WithoutMissing().Reference, pair.WithoutMissing().Current),
        },
        new("empirical_mmd", "empirical_mmd", 0.1, PresetRule.Below)
        {
            Numbers = (reference, current, _) => EvidentlyMethods.MaximumMeanDiscrepancy(reference, current),
        },
    ];
}
