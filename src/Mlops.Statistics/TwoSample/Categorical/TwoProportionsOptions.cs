namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>What a comparison of two proportions asks. Immutable, with value equality.</summary>
public sealed record TwoProportionsOptions
{
    private readonly TwoSampleAlternative _alternative;
    private readonly double _confidenceLevel = 0.95;
    private readonly ProportionDifferenceMethod _differenceMethod;
    private readonly ProportionRatioMethod _ratioMethod;
    private readonly OddsRatioMethod _oddsRatioMethod;

    internal static TwoProportionsOptions Default { get; } = new();

    /// <summary>Which difference counts; <see cref="TwoSampleAlternative.CurrentGreater"/> is a larger share of successes in the current data.</summary>
    /// <value>The default is <see cref="TwoSampleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TwoSampleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>The two-sided level of the intervals, in (0,1), whatever the alternative.</summary>
    /// <value>The default is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init => _confidenceLevel = ProportionChecks.Level(value, nameof(ConfidenceLevel));
    }

    /// <summary>How the interval of the difference is found.</summary>
    /// <value>The default is <see cref="ProportionDifferenceMethod.MiettinenNurminen"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public ProportionDifferenceMethod DifferenceMethod
    {
        get => _differenceMethod;
        init => _differenceMethod = SampleChecks.Defined(value, nameof(DifferenceMethod));
    }

    /// <summary>How the interval of the ratio is found.</summary>
    /// <value>The default is <see cref="ProportionRatioMethod.Koopman"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public ProportionRatioMethod RatioMethod
    {
        get => _ratioMethod;
        init => _ratioMethod = SampleChecks.Defined(value, nameof(RatioMethod));
    }

    /// <summary>How the interval of the odds ratio is found.</summary>
    /// <value>The default is <see cref="OddsRatioMethod.Score"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public OddsRatioMethod OddsRatioMethod
    {
        get => _oddsRatioMethod;
        init => _oddsRatioMethod = SampleChecks.Defined(value, nameof(OddsRatioMethod));
    }
}
