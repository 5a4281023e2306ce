namespace Mlops.Data.Quality.Leakage;

/// <summary>Measures the power of a feature, in each way that it may have.</summary>
internal static class PowerMeasurement
{
    private const int LeastRows = 20;

    public static FeaturePower Of(Column feature, LabelValues label, int[] folds, LeakageOptions options)
    {
        var groups = FeatureGroups.Of(feature, out var count);
        var values = feature is NumericColumn number ? number.Values : default;
        return Of(feature.Name, groups, count, values, label, folds, options, options.MaximumPower);
    }

    /// <summary>Of whether the value is missing.</summary>
    public static FeaturePower OfMissing(Column feature, LabelValues label, int[] folds, LeakageOptions options)
    {
        var groups = new int[feature.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            groups[row] = feature.IsMissing(row) ? 1 : 0;
        }

        return Of(feature.Name, groups, 2, default, label, folds, options, options.MaximumMissingnessPower);
    }

    private static FeaturePower Of(
        string name,
        int[] groups,
        int groupCount,
        ReadOnlyMemory<double> values,
        LabelValues label,
        int[] folds,
        LeakageOptions options,
        double bound
    )
    {
        var rows = new List<int>();
        for (var row = 0; row < groups.Length; row++)
        {
            if (groups[row] >= 0 && !label.IsMissing(row))
            {
                rows.Add(row);
            }
        }

        var result = new FeaturePower
        {
            Column = name,
            Count = rows.Count,
            Bound = bound,
            Status =
                rows.Count == 0 ? ResultStatus.AllMissing
                : rows.TrueForAll(row => groups[row] == groups[rows[0]]) ? ResultStatus.Constant
                : rows.Count < LeastRows ? ResultStatus.TooFewRows
                : ResultStatus.Ok,
        };
        if (result.Status != ResultStatus.Ok)
        {
            return result;
        }

        var sample = new PowerSample(
            [.. rows.Select(row => groups[row])],
            groupCount,
            [.. rows.Select(row => folds[row])],
            options.Folds,
            values.IsEmpty ? [] : [.. rows.Select(row => values.Span[row])]
        );
        return label.Codes is { } codes
            ? ClassPower.Of(result, sample, [.. rows.Select(row => codes[row])], label.Classes, options.ConfidenceLevel)
            : NumberPower.Of(result, sample, [.. rows.Select(row => label.Numbers.Span[row])], options.ConfidenceLevel);
    }
}
