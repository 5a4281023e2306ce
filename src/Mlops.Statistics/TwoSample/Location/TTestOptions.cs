using Mlops.Statistics.Intervals;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>What a t-test asks. Immutable, with value equality.</summary>
public sealed record TTestOptions
{
    private readonly TwoSampleAlternative _alternative;
    private readonly TTestVariances _variances;
    private readonly double _confidenceLevel = 0.95;

    internal static TTestOptions Default { get; } = new();

    /// <summary>Which difference of the means counts.</summary>
    /// <value>The default is <see cref="TwoSampleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TwoSampleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>What is supposed of the variances.</summary>
    /// <value>The default is <see cref="TTestVariances.Unequal"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TTestVariances Variances
    {
        get => _variances;
        init => _variances = SampleChecks.Defined(value, nameof(Variances));
    }

    /// <summary>The level of the interval, in (0,1).</summary>
    /// <value>The default is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init => _confidenceLevel = Level.Checked(value, nameof(ConfidenceLevel));
    }
}
