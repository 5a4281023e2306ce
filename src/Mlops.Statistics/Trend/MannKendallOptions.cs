using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Trend;

/// <summary>What a Mann-Kendall test asks. Immutable, with value equality.</summary>
public sealed record MannKendallOptions
{
    private readonly TrendAlternative _alternative;
    private readonly MannKendallMethod _method;

    internal static MannKendallOptions Default { get; } = new();

    /// <summary>Which trend counts.</summary>
    /// <value>The default is <see cref="TrendAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TrendAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="MannKendallMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public MannKendallMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }
}
