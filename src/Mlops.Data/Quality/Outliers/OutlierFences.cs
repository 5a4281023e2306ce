namespace Mlops.Data.Quality.Outliers;

/// <summary>Fences learnt from reference data, beyond which current values are outliers.</summary>
/// <remarks>
/// <para>Each column of numbers that is a feature, a label or a prediction has its own; two-valued columns and those whose role is identifier, time or excluded are
/// left out. Quantiles are of type 7 (<see cref="Statistics.Quantiles.InterpolatedQuantile"/>), the default of NumPy and R. A value on a fence is no
/// outlier. Missing values are left out; infinities are values, which lie beyond every finite fence.</para>
/// <para>Fences presume values that are about normal in the middle. Of heavy-tailed or skewed columns several per cent lie beyond, and are right:
/// <see cref="ColumnFences.IsLongTailed"/> says so. They are learnt from a reference so that a later delivery is held to what was known before it;
/// <see cref="Fit"/> and <see cref="Find"/> of the same data are Tukey's own use.</para>
/// <para>Immutable and thread-safe. Fitting is the sorting of each column; finding is one pass over each.</para>
/// </remarks>
public sealed class OutlierFences
{
    private OutlierFences(IReadOnlyList<ColumnFences> columns, OutlierOptions options)
    {
        Columns = columns;
        Options = options;
    }

    /// <summary>The fences, in the order of the columns.</summary>
    public IReadOnlyList<ColumnFences> Columns { get; }

    /// <summary>How outliers are told.</summary>
    public OutlierOptions Options { get; }

    /// <summary>Learns fences.</summary>
    /// <param name="reference">Data that are known.</param>
    /// <param name="options">How outliers are told; the defaults where left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static OutlierFences Fit(Dataset reference, OutlierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        options ??= OutlierOptions.Default;
        options.Check();
        return new OutlierFences(
            [
                .. reference
                    .Columns.OfType<NumericColumn>()
                    .Where(column => IsJudged(reference.Schema[column.Name]))
                    .Select(column => FenceLearning.Of(column, options))
                    .OfType<ColumnFences>(),
            ],
            options
        );
    }

    /// <summary>Finds what lies beyond the fences.</summary>
    /// <param name="current">The data; columns without fences are not looked at.</param>
    public OutlierResult Find(Dataset current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return new OutlierResult(
            [.. Columns.Select(fences => FenceScan.Of(fences, current, Options))],
            current.RowCount,
            Options
        );
    }

    private static bool IsJudged(ColumnSchema schema) =>
        schema.Role is null or ColumnRole.Feature or ColumnRole.Label or ColumnRole.Prediction;
}
