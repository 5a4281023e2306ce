using Mlops.Data;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Ranking;

namespace Mlops.Drift.Attribution;

/// <summary>Does the model still rest on the same features? Compares feature attributions, such as Shapley values, of two sets of rows.</summary>
/// <remarks>
/// <para>A feature's importance is its mean absolute attribution. The agreement is NDCG: features ranked by their current importance, each worth
/// its importance in the reference, over the best ranking there is, so that exchanging two features that matter costs more than exchanging
/// two that do not. Its interval comes from drawing the rows of both sides anew (bootstrap); where rows outnumber 4,096 they are drawn in
/// groups that follow each other.</para>
/// <para>Fail when the interval lies below <see cref="AttributionDriftOptions.Threshold"/>, Pass when it does not reach below it, otherwise
/// Inconclusive. A ranking says nothing of sign or of scale: the shares of each feature stand beside it.</para>
/// </remarks>
public static class AttributionDrift
{
    /// <summary>The agreement of two rankings of features alone, without rows.</summary>
    /// <param name="reference">The reference's attributions, one a feature; their absolute values count.</param>
    /// <param name="current">The current ones, in the same order.</param>
    /// <returns>The gain; <see cref="DiscountedGainResult.Normalized"/> is scikit-learn's <c>ndcg_score([|reference|], [|current|])</c>.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or an attribution is not finite.</exception>
    public static DiscountedGainResult Score(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        double[] gains = reference.ToArray(),
            scores = current.ToArray();
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = Math.Abs(gains[i]);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Abs(scores[i]);
        }

        return DiscountedGain.Of(gains, scores);
    }

    /// <summary>Compares the attributions of two data sets: every number column of the reference that is a feature is one.</summary>
    /// <param name="reference">The attributions of the reference's rows, a column a feature.</param>
    /// <param name="current">The attributions of the current rows. A feature that it lacks fails the comparison.</param>
    /// <param name="options">What changes the verdict; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static AttributionDriftReport Compare(
        Dataset reference,
        Dataset current,
        AttributionDriftOptions? options = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        string[] all =
        [
            .. reference
                .Schema.Columns.Where(column => column is { Kind: ColumnKind.Number, Role: null or ColumnRole.Feature })
                .Select(column => column.Name),
        ];
        string[] features =
        [
            .. all.Where(name => current.TryGetColumn(name, out var column) && column is NumericColumn),
        ];
        return Report(
            features,
            AttributionRows.Of(reference.RowCount, Columns(reference, features)),
            AttributionRows.Of(current.RowCount, Columns(current, features)),
            options ?? AttributionDriftOptions.Default,
            context
        ) with
        {
            ReferenceName = reference.Name,
            CurrentName = current.Name,
            MissingFeatures = [.. all.Except(features)],
        };
    }

    /// <summary>Compares attributions that are given as matrices.</summary>
    /// <param name="features">The features' names, one a column of the matrices; at least one.</param>
    /// <param name="reference">The attributions of the reference's rows, row by row. Rows with a NaN are left out and counted.</param>
    /// <param name="current">The attributions of the current rows, likewise.</param>
    /// <param name="options">What changes the verdict; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">There are no features, or a length is not a multiple of their number.</exception>
    public static AttributionDriftReport Compare(
        IReadOnlyList<string> features,
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        AttributionDriftOptions? options = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count == 0)
        {
            throw new ArgumentException("There are no features; at least one is needed.", nameof(features));
        }

        Check(reference.Length, features.Count, nameof(reference));
        Check(current.Length, features.Count, nameof(current));
        return Report(
            features,
            AttributionRows.Of(reference, features.Count),
            AttributionRows.Of(current, features.Count),
            options ?? AttributionDriftOptions.Default,
            context
        );
    }

    private static void Check(int length, int features, string name)
    {
        if (length % features != 0)
        {
            throw new ArgumentException(
                $"'{name}' has {length} numbers, which are no whole rows of {features} features.",
                name
            );
        }
    }

    private static AttributionDriftReport Report(
        IReadOnlyList<string> features,
        AttributionRows reference,
        AttributionRows current,
        AttributionDriftOptions options,
        ComputeContext? context
    )
    {
        var status = Status(features, reference, current, options);
        var canRank = status is ResultStatus.Ok or ResultStatus.TooFewRows;
        var bootstrap =
            status == ResultStatus.Ok ? AttributionBootstrap.Run(reference, current, options, context) : null;
        var agreement = canRank ? DiscountedGain.Of(reference.Importance, current.Importance).Normalized : double.NaN;
        var none = new ConfidenceInterval(double.NaN, double.NaN, options.ConfidenceLevel);
        double[] referenceRanks = Ranks(reference.Importance),
            currentRanks = Ranks(current.Importance);
        double referenceSum = reference.Importance.Sum(),
            currentSum = current.Importance.Sum();
        return new AttributionDriftReport
        {
            Status = status,
            Agreement = agreement,
            Interval = bootstrap?.Agreement(agreement) ?? none,
            ReferenceRows = reference.Rows,
            CurrentRows = current.Rows,
            SkippedReferenceRows = reference.SkippedRows,
            SkippedCurrentRows = current.SkippedRows,
            Options = options,
            Features =
            [
                .. features.Select(
                    (name, j) =>
                        new AttributionChange(
                            name,
                            reference.Importance[j],
                            current.Importance[j],
                            reference.Importance[j] / referenceSum,
                            current.Importance[j] / currentSum,
                            bootstrap?.ShareChange(j) ?? none,
                            referenceRanks[j],
                            currentRanks[j]
                        )
                ),
            ],
        };
    }

    private static ResultStatus Status(
        IReadOnlyList<string> features,
        AttributionRows reference,
        AttributionRows current,
        AttributionDriftOptions options
    ) =>
        reference.Rows + reference.SkippedRows == 0 || current.Rows + current.SkippedRows == 0 || features.Count == 0
            ? ResultStatus.Empty
        : reference.Rows == 0 || current.Rows == 0 ? ResultStatus.AllMissing
        : reference.Importance.Any(double.IsInfinity) || current.Importance.Any(double.IsInfinity)
            ? ResultStatus.Infinite
        // One feature is always ranked first, and without any attribution there is nothing to rank by.
        : features.Count == 1 || reference.Importance.All(value => value == 0) ? ResultStatus.Undefined
        : current.Importance.All(value => value == 0) ? ResultStatus.Constant
        : Math.Min(reference.Rows, current.Rows) < options.MinimumRows ? ResultStatus.TooFewRows
        : ResultStatus.Ok;

    private static ReadOnlyMemory<double>[] Columns(Dataset data, string[] features) =>
        [.. features.Select(name => ((NumericColumn)data[name]).Values)];

    private static double[] Ranks(double[] importance) =>
        [
            .. importance.Select(value =>
                double.IsNaN(value)
                    ? double.NaN
                    : importance.Count(other => other > value) + ((importance.Count(other => other == value) + 1) / 2.0)
            ),
        ];
}
