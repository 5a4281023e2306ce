namespace Mlops.Data.Quality.Outliers;

/// <summary>The fences of a column, learnt from a reference.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/> there are no fences, and what can't be known is NaN.</remarks>
public sealed record ColumnFences
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// Whether there are fences: <see cref="ResultStatus.Empty"/>, <see cref="ResultStatus.AllMissing"/>, <see cref="ResultStatus.TooFewRows"/> below 10
    /// values, <see cref="ResultStatus.Constant"/> where all values are one; <see cref="ResultStatus.Undefined"/> where the spread is 0 although values
    /// differ (half of them are one value, so that any other would lie "far out"); <see cref="ResultStatus.Infinite"/> where infinities leave no spread.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The least value that is no outlier.</summary>
    public double Lower { get; init; } = double.NaN;

    /// <summary>The largest value that is no outlier.</summary>
    public double Upper { get; init; } = double.NaN;

    /// <summary>What scores are counted from: the median, or the mean by <see cref="OutlierMethod.ZScore"/>.</summary>
    public double Centre { get; init; } = double.NaN;

    /// <summary>The unit of scores: the interquartile range, the sample standard deviation, or 1.4826 median absolute deviations.</summary>
    public double Scale { get; init; } = double.NaN;

    /// <summary>The tails against the middle: (q0.975 - q0.025) / (q0.75 - q0.25), 2.91 of normal values, 3.3 of exponential ones (Crow and Siddiqui 1967).</summary>
    public double TailWeight { get; init; } = double.NaN;

    /// <summary>Bowley's skewness, (q0.25 + q0.75 - 2 q0.5) / (q0.75 - q0.25), in [-1,1]; 0 of symmetric values, 0.26 of exponential ones.</summary>
    public double QuartileSkewness { get; init; } = double.NaN;

    /// <summary>
    /// Whether the reference's tails are longer than those of normal values by so much (tail weight above 3.5, or quartile skewness beyond ±0.2) that
    /// values beyond the fences are to be expected, and are no errors for lying there.
    /// </summary>
    public bool IsLongTailed => TailWeight > 3.5 || Math.Abs(QuartileSkewness) > 0.2;

    /// <summary>The reference's values that are there.</summary>
    public required long Count { get; init; }
}
