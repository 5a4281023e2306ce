namespace Mlops.Data.Quality.Leakage;

/// <summary>How well one feature alone tells the label.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record FeaturePower
{
    /// <summary>The feature.</summary>
    public required string Column { get; init; }

    /// <summary>Whether there is an answer: <see cref="ResultStatus.AllMissing"/>, <see cref="ResultStatus.Constant"/>, <see cref="ResultStatus.TooFewRows"/> with fewer than 20 rows, or 10 of every class but one.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>
    /// The power in [0,1], 0 of a feature that tells nothing and 1 of one that tells all. Of classes, 2 AUC - 1 for the class it tells best against the rest;
    /// of numbers, the explained share of the variance of the label's ranks.
    /// </summary>
    public double Power { get; init; } = double.NaN;

    /// <summary>The interval of the power, over all classes and forms that were tried at once.</summary>
    public ConfidenceInterval Interval { get; init; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>In which way it tells.</summary>
    public PowerForm Form { get; init; }

    /// <summary>The class it tells best; empty of numbers.</summary>
    public string Class { get; init; } = "";

    /// <summary>The rows with both the feature and the label.</summary>
    public required long Count { get; init; }

    /// <summary>The power that an honest feature may have.</summary>
    public required double Bound { get; init; }

    /// <summary>Fail where the interval lies above the bound, Pass where it lies within; otherwise Inconclusive.</summary>
    public Verdict Verdict =>
        Status != ResultStatus.Ok
            ? (Status is ResultStatus.Constant or ResultStatus.AllMissing ? Verdict.Pass : Verdict.Inconclusive)
        : Interval.Lower > Bound ? Verdict.Fail
        : Interval.Upper <= Bound ? Verdict.Pass
        : Verdict.Inconclusive;
}
