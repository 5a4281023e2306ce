namespace Mlops.Data.Quality.Leakage;

/// <summary>How well each feature alone tells the label, and how well its missing values do.</summary>
public sealed record LeakageResult
{
    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Absent"/> without a label, <see cref="ResultStatus.Constant"/> where it has one value,
    /// <see cref="ResultStatus.Undefined"/> where it has more than 50 classes, <see cref="ResultStatus.TypeMismatch"/> where it is neither numbers nor classes.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The label; empty without one.</summary>
    public required string Label { get; init; }

    /// <summary>The label's classes; empty of numbers.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The features, the most powerful first.</summary>
    public IReadOnlyList<FeaturePower> Features { get; init; } = [];

    /// <summary>Those features with missing values: how well it tells the label that the value is missing. The most powerful first.</summary>
    public IReadOnlyList<FeaturePower> Missingness { get; init; } = [];

    /// <summary>Features that were not looked at, since they are texts, vectors or times.</summary>
    public IReadOnlyList<string> NotMeasured { get; init; } = [];

    /// <summary>The features or missing values that surely tell too much.</summary>
    public IEnumerable<FeaturePower> Suspects =>
        Features.Concat(Missingness).Where(power => power.Verdict == Verdict.Fail);
}
