using System.Collections.Immutable;
using Mlops.Cli.Inputs;
using Mlops.Drift;
using Mlops.Drift.Detection;
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
            NumericRule = Rule(request.NumericRule, "--numeric-rule", settings, Numbers),
            CategoricalRule = Rule(request.CategoricalRule, "--categorical-rule", settings, Categories),
            ColumnRules = settings
                .Rules.Where(pair => pair.Key is not (Numbers or Categories))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private static DriftRule Rule(string? flag, string option, Settings settings, string kind) =>
        flag is not null ? Settings.ParseRule(flag, option) : settings.Rules.GetValueOrDefault(kind, DriftRule.Effect);
}
