namespace Mlops.Drift.Detection;

/// <summary>How the values of a column are judged. Immutable, with value equality; it is saved with the baseline.</summary>
/// <remarks>
/// The default asks for the size of the change (<see cref="Effect"/>). The others are what other systems judge by: a p-value
/// against a level, which fails on any change once there are rows enough, or a distance against a threshold, which takes no account of
/// chance. They can't tell an unchanged column from one with too few rows: there Pass means that nothing was detected. Whether
/// values are missing or new to the reference is judged by its size under every rule.
/// </remarks>
public sealed record DriftRule
{
    /// <summary>The identifier of <see cref="Effect"/>.</summary>
    public const string EffectId = "effect";

    private DriftRule(string id, double threshold) => (Id, Threshold) = (id, threshold);

    /// <summary>By the size of the change against the column's bound, with its uncertainty: the default.</summary>
    public static DriftRule Effect { get; } = new(EffectId, double.NaN);

    /// <summary>Which rule: <see cref="EffectId"/>, or a test's identifier, such as <c>chi-square</c>.</summary>
    public string Id { get; }

    /// <summary>The level of a p-value, or the threshold of a distance; NaN for <see cref="Effect"/>.</summary>
    public double Threshold { get; }

    /// <summary>Numbers fail when the adjusted p-value of the two-sample Kolmogorov-Smirnov test is at most a level.</summary>
    /// <param name="level">The level, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0,1).</exception>
    public static DriftRule KolmogorovSmirnov(double level = 0.05) =>
        new(KolmogorovSmirnovColumnTest.TestId, Level(level));

    /// <summary>Columns fail when the adjusted p-value of the chi-square test of homogeneity on their bins is at most a level.</summary>
    /// <param name="level">The level, in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0,1).</exception>
    public static DriftRule ChiSquare(double level = 0.05) => new(ChiSquareColumnTest.TestId, Level(level));

    /// <summary>Numbers fail when the Wasserstein distance is at least so many standard deviations of the reference.</summary>
    /// <param name="distance">The threshold, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0, or infinite.</exception>
    public static DriftRule Wasserstein(double distance = 0.1) => new(WassersteinColumnTest.TestId, Distance(distance));

    /// <summary>Columns fail when the population stability index of their bins is at least a threshold.</summary>
    /// <param name="index">The threshold, above 0; 0.25 is called a significant change.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0, or infinite.</exception>
    public static DriftRule PopulationStability(double index = 0.25) =>
        new(PopulationStabilityColumnTest.TestId, Distance(index));

    /// <summary>Columns fail when they differ from the reference by more than its own periods do, at a level.</summary>
    /// <param name="level">The level, in (0,1). With P periods no p-value is below 1 / (P + 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0,1).</exception>
    public static DriftRule PeriodVariation(double level = 0.05) => new(PeriodVariationColumnTest.TestId, Level(level));

    /// <summary>The rule in words: <c>kolmogorov-smirnov at 0.05</c>.</summary>
    public override string ToString() => Id == EffectId ? Id : FormattableString.Invariant($"{Id} at {Threshold:R}");

    /// <summary>A rule by its identifier: <see cref="EffectId"/>, or any test of the catalogue, such as <c>mann-whitney</c> or <c>hellinger</c>.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="threshold">The level or threshold; <see langword="null"/> for the rule's default.</param>
    /// <exception cref="ArgumentException">There is no such rule; the message lists them.</exception>
    public static DriftRule Parse(string id, double? threshold = null) =>
        id == EffectId ? Effect
        : ColumnTestCatalogue.Find(id) is { } test
            ? new DriftRule(
                id,
                test.HasPValue
                    ? Level(threshold ?? test.DefaultThreshold)
                    : Distance(threshold ?? test.DefaultThreshold)
            )
        : throw new ArgumentException(
            $"'{id}' is not a rule; these are: {EffectId}, {string.Join(", ", ColumnTestCatalogue.All.Select(each => each.Id))}.",
            nameof(id)
        );

    private static double Level(double level) =>
        level is > 0 and < 1
            ? level
            : throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");

    private static double Distance(double threshold) =>
        threshold > 0 && double.IsFinite(threshold)
            ? threshold
            : throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is above 0 and finite.");
}
