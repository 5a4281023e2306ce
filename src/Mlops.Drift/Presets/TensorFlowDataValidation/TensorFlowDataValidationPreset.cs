using Mlops.Drift.Presets.NumPy;

namespace Mlops.Drift.Presets.TensorFlowDataValidation;

/// <summary>Drift as the comparators of TensorFlow Data Validation 1.21 tell it.</summary>
/// <remarks>
/// <para>
/// Numbers have <c>jensen_shannon_divergence</c> on histograms of ten equal bins of each side's own range, categories <c>infinity_norm</c>. A score above the threshold
/// is drift; there is no default threshold, as there is none in TFDV, where the schema holds it. Without any the verdict is Inconclusive.
/// </para>
/// <para>
/// The bins are counted exactly here. TFDV counts them from a sketch of 1,000 quantiles with an error of 1%, so on raw data its divergence of numbers differs in the
/// third digit or so; on the same histograms it is the same. Of categories the 1,000 most frequent are compared.
/// </para>
/// </remarks>
public sealed record TensorFlowDataValidationPreset : DriftPreset
{
    private const int Buckets = 10;
    private const int MostCategories = 1000;

    private static readonly PresetMethod _jensenShannon = new(
        "jensen_shannon_divergence",
        "Jensen-Shannon divergence",
        double.NaN,
        PresetRule.Above
    )
    {
        Numbers = (reference, current, _) =>
            TensorFlowDataValidationMethods.JensenShannonDivergence(Histogram(reference), Histogram(current)),
        Categories = pair =>
            TensorFlowDataValidationMethods.JensenShannonDivergence(
                Table(pair.ReferenceCounts),
                Table(pair.CurrentCounts)
            ),
    };

    private static readonly PresetMethod _infinity = new(
        "infinity_norm",
        "L-infinity norm",
        double.NaN,
        PresetRule.Above
    )
    {
        Categories = pair =>
            TensorFlowDataValidationMethods.LInfinity(Table(pair.ReferenceCounts), Table(pair.CurrentCounts)),
    };

    private static readonly PresetMethod _difference = new(
        "normalized_abs_difference",
        "Normalized absolute difference",
        double.NaN,
        PresetRule.Above
    )
    {
        Categories = pair =>
            TensorFlowDataValidationMethods.NormalizedAbsoluteDifference(
                Table(pair.ReferenceCounts),
                Table(pair.CurrentCounts)
            ),
    };

    internal TensorFlowDataValidationPreset()
        : base("tfdv", "TensorFlow Data Validation", "1.21", [_jensenShannon, _infinity, _difference]) { }

    internal override PresetMethod DefaultMethod(PresetColumnPair pair) => pair.IsNumber ? _jensenShannon : _infinity;

    internal override PresetDecision Decide(IReadOnlyList<PresetColumn> columns) =>
        PresetDecisions.AnyAboveThreshold(columns);

    /// <summary>Ten equal buckets from the least to the largest finite value, and one for the infinities.</summary>
    internal static HistogramBucket[] Histogram(ReadOnlySpan<double> values)
    {
        double[] finite = Evidently.EvidentlyMethods.Finite(values);
        List<HistogramBucket> buckets = [];
        if (finite.Length > 0)
        {
            double minimum = finite.Min(),
                maximum = finite.Max();
            if (minimum == maximum)
            {
                buckets.Add(new(minimum, maximum, finite.Length));
            }
            else
            {
                var edges = NumPyHistogram.Linspace(minimum, maximum, Buckets + 1);
                var counts = NumPyHistogram.Counts(finite, edges);
                buckets.AddRange(counts.Select((count, i) => new HistogramBucket(edges[i], edges[i + 1], count)));
            }
        }

        if (finite.Length < values.Length)
        {
            buckets.Add(new(double.PositiveInfinity, double.PositiveInfinity, values.Length - finite.Length));
        }

        return [.. buckets];
    }

    private static Dictionary<string, double> Table(long[] counts) =>
        counts
            .Select((count, code) => (Count: count, Code: code))
            .Where(category => category.Count > 0)
            .OrderByDescending(category => category.Count)
            .Take(MostCategories)
            .ToDictionary(
                category => category.Code.ToString(System.Globalization.CultureInfo.InvariantCulture),
                category => (double)category.Count,
                StringComparer.Ordinal
            );
}
