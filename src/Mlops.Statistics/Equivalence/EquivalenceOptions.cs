namespace Mlops.Statistics.Equivalence;

/// <summary>What an equivalence test asks. Immutable, with value equality.</summary>
public sealed record EquivalenceOptions
{
    /// <summary>The tolerated change where none is named: a Jensen-Shannon distance of 0.10.</summary>
    public const double DefaultBound = 0.10;

    private readonly double _bound = DefaultBound;
    private readonly double _confidenceLevel = 0.90;
    private readonly double _designEffect = 1;

    /// <summary>δ, the largest tolerated change, as a Jensen-Shannon distance in base 2, in (0,1).</summary>
    /// <value>The default is 0.10. It is never a function of the number of rows; <see cref="EffectBound"/> converts other measures.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double Bound
    {
        get => _bound;
        init => _bound = Checked(value, nameof(Bound));
    }

    /// <summary>The two-sided level of the interval of the effect, in (0,1).</summary>
    /// <value>The default is 0.90: its two ends are the two one-sided tests at 0.05.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init => _confidenceLevel = Checked(value, nameof(ConfidenceLevel));
    }

    /// <summary>How many rows are worth one independent row, at least 1: effective sizes are divided by it.</summary>
    /// <value>The default is 1, which assumes independent rows.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1 or not finite.</exception>
    public double DesignEffect
    {
        get => _designEffect;
        init =>
            _designEffect =
                value >= 1 && double.IsFinite(value)
                    ? value
                    : throw new ArgumentOutOfRangeException(
                        nameof(DesignEffect),
                        value,
                        "The design effect must be finite and at least 1."
                    );
    }

    /// <summary>Which changes count.</summary>
    /// <value>The default is <see cref="EquivalenceAlternative.TwoSided"/>.</value>
    public EquivalenceAlternative Alternative { get; init; }

    /// <summary>What is done with two sparse bins.</summary>
    /// <value>The default is <see cref="SparseTwoBinMethod.ClopperPearsonBoxes"/>.</value>
    public SparseTwoBinMethod SparseTwoBins { get; init; }

    private static double Checked(double value, string name) =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in (0,1).");
}
