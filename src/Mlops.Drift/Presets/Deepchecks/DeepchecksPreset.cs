using Mlops.Data;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets.Deepchecks;

/// <summary>Drift as the checks of feature, label and prediction drift of deepchecks 0.19 tell it.</summary>
/// <remarks>
/// <para>
/// Numbers have the Kolmogorov-Smirnov statistic, categories Cramér's V, with categories below 1% of the reference as one. A feature drifts at a score of
/// 0.2, a label or prediction above 0.15; sides with fewer than ten values have no score. The condition fails when any column drifts.
/// </para>
/// <para>
/// Every row counts here. deepchecks takes a random sample of 100,000 rows of larger data, and tells categories from numbers by its own rules,
/// where the data set's kinds count here. What is missing is left out of features and is a category of its own in labels, as there.
/// </para>
/// </remarks>
public sealed record DeepchecksPreset : DriftPreset
{
    private const double SmallestShare = 0.01;
    private const int FewestValues = 10;
    private const double FeatureThreshold = 0.2;
    private const double LabelThreshold = 0.15;

    private static readonly PresetMethod _kolmogorovSmirnov = new(
        "ks",
        "Kolmogorov-Smirnov",
        FeatureThreshold,
        PresetRule.AtLeast
    )
    {
        Numbers = DeepchecksMethods.KolmogorovSmirnov,
    };

    private static readonly PresetMethod _cramersV = new(
        "cramers_v",
        "Cramer's V",
        FeatureThreshold,
        PresetRule.AtLeast
    )
    {
        Categories = pair => DeepchecksMethods.CramersV(pair.ReferenceCounts, pair.CurrentCounts, SmallestShare),
    };

    internal DeepchecksPreset()
        : base(
            "deepchecks",
            "deepchecks",
            "0.19",
            [
                _kolmogorovSmirnov,
                _cramersV,
                new("emd", "Earth Mover's Distance", FeatureThreshold, PresetRule.AtLeast)
                {
                    Numbers = (reference, current, context) =>
                        DeepchecksMethods.EarthMoversDistance(reference, current, context: context),
                },
                new("psi", "PSI", FeatureThreshold, PresetRule.AtLeast)
                {
                    Categories = pair =>
                        DeepchecksMethods.PopulationStability(pair.ReferenceCounts, pair.CurrentCounts, SmallestShare),
                },
            ]
        ) { }

    internal override PresetMethod DefaultMethod(PresetColumnPair pair) =>
        pair.IsNumber ? _kolmogorovSmirnov : _cramersV;

    internal override double DefaultThreshold(PresetColumnPair pair, PresetMethod method) =>
        pair.Role is ColumnRole.Label or ColumnRole.Prediction ? LabelThreshold : method.Threshold;

    internal override PresetColumn Score(PresetColumnPair pair, ComputeContext? context)
    {
        var isLabel = pair.Role == ColumnRole.Label;
        long reference = pair.IsNumber ? pair.ReferenceValues.Length
            : isLabel ? pair.Reference.Length
            : pair.Categories.ReferenceCounts.Sum(),
            current = pair.IsNumber ? pair.CurrentValues.Length
            : isLabel ? pair.Current.Length
            : pair.Categories.CurrentCounts.Sum();
        var method = MethodOf(pair);
        var score =
            Math.Min(reference, current) < FewestValues
                ? MethodScore.None(
                    ResultStatus.TooFewRows,
                    $"fewer than {FewestValues} values on a side, where deepchecks gives no score"
                )
            : pair.IsNumber ? method.Numbers!(pair.ReferenceValues, pair.CurrentValues, context)
            : method.Categories!(isLabel ? pair.Categories.WithMissingAsCategory() : pair.Categories);
        var threshold = ThresholdOf(pair, method);
        return new()
        {
            Name = pair.Reference.Name,
            Kind = pair.Reference.Kind,
            Role = pair.Role,
            // Labels and predictions may reach their threshold, features may not.
            Method = pair.Role is ColumnRole.Label or ColumnRole.Prediction
                ? method with
                {
                    Rule = PresetRule.Above,
                    Threshold = LabelThreshold,
                }
                : method,
            Score = score.Value,
            Threshold = threshold,
            IsDetected = pair.Role is ColumnRole.Label or ColumnRole.Prediction
                ? score.Value > threshold
                : method.Detects(score.Value, threshold),
            Status = score.Status,
            Reason = score.Reason,
        };
    }

    internal override PresetDecision Decide(IReadOnlyList<PresetColumn> columns) =>
        PresetDecisions.AnyAboveThreshold(columns);
}
