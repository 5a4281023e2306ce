namespace Mlops.Statistics.Collinearity;

/// <summary>How much each column of a matrix is explained by the others.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record VarianceInflationResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Empty"/> without rows or columns, <see cref="ResultStatus.TooFewRows"/> with no more rows than columns,
    /// <see cref="ResultStatus.Infinite"/>, <see cref="ResultStatus.Constant"/> where a column is constant (its factor alone is NaN), and
    /// <see cref="ResultStatus.Undefined"/> where columns are perfectly collinear (their factors are infinite).
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The factor of each column, at least 1: infinite for a column that the others give exactly.</summary>
    public required IReadOnlyList<double> Factors { get; init; }

    /// <summary>
    /// The largest singular value of the standardised columns over the least, their condition number; infinite where columns are collinear. Constant columns are left out.
    /// </summary>
    public required double ConditionNumber { get; init; }

    /// <summary>How many rows there are.</summary>
    public required long RowCount { get; init; }
}
