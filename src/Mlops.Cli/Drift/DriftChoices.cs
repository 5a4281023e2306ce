using System.Collections.Immutable;
using Mlops.Cli.Inputs;
using Mlops.Drift;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Drift.Seasons;
using Mlops.Statistics.Equivalence;

namespace Mlops.Cli.Drift;

/// <summary>What changes the verdict, from the command line and <c>mlops.json</c>.</summary>
internal static class DriftChoices
{
    private const string Numbers = "numbers";
    private const string Categories = "categories";

    public static DriftOptions Options(DriftRequest request, Settings settings) =>
        DriftOptions.Default with
        {
            Bound = (request.Bound ?? settings.Bound) is { } bound
                ? EffectBound.JensenShannon(bound)
                : DriftOptions.Default.Bound,
            ColumnBounds = settings.ColumnBounds.ToImmutableSortedDictionary(
                pair => pair.Key,
                pair => EffectBound.JensenShannon(pair.Value),
                StringComparer.Ordinal
            ),
            Dependence = Dependence(request, settings),
            NumericRule = Rule(request.NumericRule, "--numeric-rule", settings, Numbers),
            CategoricalRule = Rule(request.CategoricalRule, "--categorical-rule", settings, Categories),
            ColumnRules = settings
                .Rules.Where(pair => pair.Key is not (Numbers or Categories))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    /// <summary>The season of <c>hour-of-week</c>.</summary>
    public static Season ParseSeason(string text)
    {
        foreach (var season in Enum.GetValues<Season>())
        {
            if (
                string.Equals(
                    season.ToString(),
                    text.Replace("-", "", StringComparison.Ordinal),
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                return season;
            }
        }

        throw new CliException(
            $"--season is '{text}'; one of hour-of-day, day-of-week, hour-of-week, month-of-year, quarter-of-year was expected."
        );
    }

    private static RowDependence Dependence(DriftRequest request, Settings settings) =>
        request.Dependence is { } flag
            ? Settings.ParseDependence(flag, "--dependence")
            : settings.Dependence ?? DriftOptions.Default.Dependence;

    private static DriftRule Rule(string? flag, string option, Settings settings, string kind) =>
        flag is not null ? Settings.ParseRule(flag, option) : settings.Rules.GetValueOrDefault(kind, DriftRule.Effect);
}
