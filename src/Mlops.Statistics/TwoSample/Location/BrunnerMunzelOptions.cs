using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>What a Brunner-Munzel test asks. Immutable, with value equality.</summary>
public sealed record BrunnerMunzelOptions
{
    private readonly TwoSampleAlternative _alternative;
    private readonly BrunnerMunzelMethod _method;

    internal static BrunnerMunzelOptions Default { get; } = new();

    /// <summary>Which difference counts.</summary>
    /// <value>The default is <see cref="TwoSampleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TwoSampleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="BrunnerMunzelMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public BrunnerMunzelMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>How <see cref="BrunnerMunzelMethod.Permutation"/> draws; nothing else looks at it.</summary>
    /// <value>The default is 999 replicates.</value>
    public PermutationOptions Permutation { get; init; } = PermutationOptions.Default;
}
