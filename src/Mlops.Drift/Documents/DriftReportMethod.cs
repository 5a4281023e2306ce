using Mlops.Drift.Detection;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Documents;

/// <summary>The rule of the verdict, for who has to defend it.</summary>
internal static class DriftReportMethod
{
    public static IEnumerable<ReportBlock> Blocks(DriftOptions options)
    {
        yield return new TextBlock(
            "Three things of each column are judged: the values that are there, the share that is missing, and what is new to the reference. The size of each change is its Jensen-Shannon distance to the reference, from 0 to 1."
        );
        yield return new TextBlock(
            $"A column fails when a change is surely larger than tolerated ({Adjustment(options)} {Percent(options.FalseDiscoveryRate)} within features, labels and predictions each), or when it is structurally broken. It passes when every change is surely smaller (level {Percent(options.EquivalenceLevel)}, effective size at least {ReportFormat.Number(options.MinimumEffectiveSize)}). Otherwise the data can't tell. A change that is detectable but small does not fail, however many rows there are; few rows do not fail or pass by themselves."
        );
        if (Rules(options) is { Length: > 0 } rules)
        {
            yield return new TextBlock(
                $"The values of some columns are judged by another rule: {rules}. A rule on a p-value fails on any detectable change and passes where none was detected; a rule on a distance takes no account of chance. Missing and new values are judged by their size all the same."
            );
        }

        var equivalents = EffectBound.Equivalents(options.Bound.Distance);
        yield return new TableBlock(
            $"A tolerated effect of {ReportFormat.Number(options.Bound.Distance, 3)} is about as large as each of these.",
            [new("change"), new("size", true)],
            [
                ["a shift, in standard deviations of a normal distribution", ReportFormat.Number(equivalents.Shift, 2)],
                ["a standard deviation larger by the factor", ReportFormat.Number(equivalents.ScaleRatio, 3)],
                ["a Kolmogorov-Smirnov distance", ReportFormat.Number(equivalents.KolmogorovSmirnov, 2)],
                ["a population stability index", ReportFormat.Number(equivalents.PopulationStability, 2)],
                ["missing values, from none to", ReportFormat.Percent(equivalents.MissingFromNone)],
                ["missing values, from 5% to", ReportFormat.Percent(equivalents.MissingFromFivePercent)],
            ]
        );
        if (options.ColumnBounds.Count > 0)
        {
            yield return new TableBlock(
                "Columns with a bound of their own.",
                [new("column"), new("tolerated effect", true)],
                [
                    .. options.ColumnBounds.Select(pair =>
                        (IReadOnlyList<TableCell>)[pair.Key, ReportFormat.Number(pair.Value.Distance, 3)]
                    ),
                ]
            );
        }
    }

    /// <summary>The error rate that is kept, in words.</summary>
    public static string Adjustment(DriftOptions options) =>
        options.Adjustment switch
        {
            PValueAdjustmentMethod.Bonferroni => "family-wise error rate by Bonferroni",
            PValueAdjustmentMethod.Holm => "family-wise error rate by Holm",
            PValueAdjustmentMethod.BenjaminiYekutieli => "false discovery rate by Benjamini and Yekutieli",
            _ => "false discovery rate",
        };

    private static string Rules(DriftOptions options)
    {
        var kinds = new[] { ("numbers", options.NumericRule), ("categories", options.CategoricalRule) }.Where(pair =>
            pair.Item2.Id != DriftRule.EffectId
        );
        var columns = options.ColumnRules.Select(pair => (pair.Key, pair.Value));
        return string.Join(", ", kinds.Concat(columns).Select(pair => $"{pair.Item1} by {pair.Item2}"));
    }

    private static string Percent(double level) => $"{ReportFormat.Number(100 * level)}%";
}
