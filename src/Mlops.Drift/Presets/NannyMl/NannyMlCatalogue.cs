namespace Mlops.Drift.Presets.NannyMl;

/// <summary>The methods of NannyML by the names under which it registers them. Their thresholds come from the chunks of the reference.</summary>
internal static class NannyMlCatalogue
{
    public const string ChiSquareId = "chi2";

    public static PresetMethod JensenShannon { get; } =
        new("jensen_shannon", "Jensen-Shannon distance", double.NaN, PresetRule.Above)
        {
            FitNumbers = NannyMlFits.JensenShannon,
            FitCategories = NannyMlFits.JensenShannon,
        };

    public static IReadOnlyList<PresetMethod> All { get; } =
    [
        JensenShannon,
        new("hellinger", "Hellinger distance", double.NaN, PresetRule.Above)
        {
            FitNumbers = NannyMlFits.Hellinger,
            FitCategories = NannyMlFits.Hellinger,
        },
        new("kolmogorov_smirnov", "Kolmogorov-Smirnov statistic", double.NaN, PresetRule.Above)
        {
            FitNumbers = NannyMlFits.KolmogorovSmirnov,
        },
        new("wasserstein", "Wasserstein distance", double.NaN, PresetRule.Above)
        {
            FitNumbers = NannyMlFits.Wasserstein,
        },
        new("l_infinity", "L-Infinity distance", double.NaN, PresetRule.Above)
        {
            FitCategories = NannyMlFits.ChebyshevDistance,
        },
        new(ChiSquareId, "Chi2 statistic", double.NaN, PresetRule.Above) { FitCategories = NannyMlFits.ChiSquare },
    ];
}
