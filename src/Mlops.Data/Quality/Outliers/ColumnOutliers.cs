namespace Mlops.Data.Quality.Outliers;

/// <summary>What lies beyond the fences of a column.</summary>
public sealed record ColumnOutliers
{
    /// <summary>The column.</summary>
    public string Column => Fences.Column;

    /// <summary>Whether there is an answer: the fences' status, or that of the current column, <see cref="ResultStatus.Absent"/> and <see cref="ResultStatus.TypeMismatch"/> among them.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The fences.</summary>
    public required ColumnFences Fences { get; init; }

    /// <summary>The share of the values that are there which lie beyond either fence; none of none where there is no answer.</summary>
    public required ShareOfRows Outliers { get; init; }

    /// <summary>The values below the lower fence.</summary>
    public required long BelowCount { get; init; }

    /// <summary>The values above the upper fence.</summary>
    public required long AboveCount { get; init; }

    /// <summary>The first rows with an outlier.</summary>
    public required IReadOnlyList<OutlierValue> Examples { get; init; }
}
