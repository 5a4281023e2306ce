using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>What Fisher's test asks. Immutable, with value equality.</summary>
public sealed record FisherExactOptions
{
    private readonly OddsRatioAlternative _alternative;
    private readonly FisherExactMethod _method;
    private readonly double _confidenceLevel = 0.95;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static FisherExactOptions Default { get; } = new();

    /// <summary>Which odds ratio counts; tables larger than two by two have no direction.</summary>
    /// <value>The default is <see cref="OddsRatioAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public OddsRatioAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="FisherExactMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public FisherExactMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>The two-sided level of the odds ratio's interval, in (0,1), whatever the alternative.</summary>
    /// <value>The default is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init => _confidenceLevel = ProportionChecks.Level(value, nameof(ConfidenceLevel));
    }

    /// <summary>How tables are drawn.</summary>
    /// <value>The default is 999 replicates of seed 0.</value>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public PermutationOptions Permutation
    {
        get => _permutation;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Permutation));
            _permutation = value;
        }
    }
}
