namespace Mlops.Data.Quality.Leakage;

/// <summary>How leaks of the label are searched.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record LeakageOptions
{
    /// <summary>The default options.</summary>
    public static LeakageOptions Default { get; } = new();

    /// <summary>The label's column.</summary>
    /// <value>The default is <see langword="null"/>: the first column whose role is label.</value>
    public string? Label { get; init; }

    /// <summary>What the label's values are taken for.</summary>
    /// <value>The default is <see cref="LabelReading.Auto"/>.</value>
    public LabelReading LabelReading { get; init; }

    /// <summary>The power that one honest feature may have, in [0,1].</summary>
    /// <value>The default is 0.95: of two classes, an area under the ROC curve of 0.975.</value>
    public double MaximumPower { get; init; } = 0.95;

    /// <summary>The power that the missing values of one feature may have, in [0,1].</summary>
    /// <value>The default is 0.5.</value>
    public double MaximumMissingnessPower { get; init; } = 0.5;

    /// <summary>The parts into which rows are dealt: a row's score comes from the other parts. From 2 to 100.</summary>
    /// <value>The default is 5.</value>
    public int Folds { get; init; } = 5;

    /// <summary>The seed by which rows are dealt.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }

    /// <summary>The two-sided level of the intervals, in (0,1).</summary>
    /// <value>The default is 0.90, so that Fail and Pass are each wrong at most 5 times in 100.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    internal void Check()
    {
        if (!Enum.IsDefined(LabelReading))
        {
            throw new ArgumentOutOfRangeException(
                nameof(LabelReading),
                LabelReading,
                $"{(int)LabelReading} is not a {nameof(Leakage.LabelReading)}."
            );
        }

        OptionChecks.Share(MaximumPower);
        OptionChecks.Share(MaximumMissingnessPower);
        OptionChecks.Count(Folds, 2, 100);
        OptionChecks.Level(ConfidenceLevel);
    }
}
