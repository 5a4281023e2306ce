using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What a Baumgartner-Weiß-Schindler test asks. Immutable, with value equality.</summary>
public sealed record BaumgartnerWeissSchindlerOptions
{
    private readonly TwoSampleAlternative _alternative;
    private readonly BaumgartnerWeissSchindlerMethod _method;
    private readonly BaumgartnerWeissSchindlerMoments _moments;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static BaumgartnerWeissSchindlerOptions Default { get; } = new();

    /// <summary>Which difference counts.</summary>
    /// <value>The default is <see cref="TwoSampleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TwoSampleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="BaumgartnerWeissSchindlerMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public BaumgartnerWeissSchindlerMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>What ranks are measured by.</summary>
    /// <value>The default is <see cref="BaumgartnerWeissSchindlerMoments.Limiting"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public BaumgartnerWeissSchindlerMoments Moments
    {
        get => _moments;
        init => _moments = SampleChecks.Defined(value, nameof(Moments));
    }

    /// <summary>How permutations are drawn, where the p-value is found so.</summary>
    /// <value>The default is 999 of them, from seed 0.</value>
    /// <exception cref="ArgumentNullException">It is <see langword="null"/>.</exception>
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
