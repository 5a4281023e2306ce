using Mlops.Data;

namespace Mlops.Drift.Predictions;

/// <summary>Drift of a model's outputs alone, where no table is at hand.</summary>
/// <remarks>
/// In a table, give the outputs their role instead, <c>dataset.WithRole("score", ColumnRole.Prediction)</c>: they are then judged as a family of
/// their own beside features and labels, and the report says how they moved together.
/// </remarks>
public static class PredictionDrift
{
    /// <summary>The name of the column that the report judges.</summary>
    public const string ColumnName = "prediction";

    /// <summary>Compares scores, such as probabilities or predicted amounts.</summary>
    /// <param name="reference">The reference's scores; NaN is missing.</param>
    /// <param name="current">The current scores.</param>
    /// <param name="options">What is tolerated; <see langword="null"/> for the defaults.</param>
    public static DriftReport OfScores(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        DriftOptions? options = null
    ) => Compare(Column.Number(ColumnName, reference), Column.Number(ColumnName, current), options);

    /// <summary>Compares predicted classes.</summary>
    /// <param name="reference">The reference's classes; <see langword="null"/> is missing.</param>
    /// <param name="current">The current classes.</param>
    /// <param name="options">What is tolerated; <see langword="null"/> for the defaults.</param>
    public static DriftReport OfClasses(
        IEnumerable<string?> reference,
        IEnumerable<string?> current,
        DriftOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        return Compare(Column.Category(ColumnName, reference), Column.Category(ColumnName, current), options);
    }

    private static DriftReport Compare(Column reference, Column current, DriftOptions? options) =>
        DriftBaseline
            .Fit(Dataset.FromColumns("reference", reference).WithRole(ColumnName, ColumnRole.Prediction), options)
            .Compare(Dataset.FromColumns("current", current));
}
