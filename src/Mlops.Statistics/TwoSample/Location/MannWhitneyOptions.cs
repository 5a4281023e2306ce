using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>What a Mann-Whitney test asks. Immutable, with value equality.</summary>
public sealed record MannWhitneyOptions
{
    private readonly TwoSampleAlternative _alternative;
    private readonly MannWhitneyMethod _method;

    internal static MannWhitneyOptions Default { get; } = new();

    /// <summary>Which difference counts.</summary>
    /// <value>The default is <see cref="TwoSampleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TwoSampleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="MannWhitneyMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public MannWhitneyMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>Whether an asymptotic p-value is corrected for U being a whole or half number, by ½.</summary>
    /// <value>The default is <see langword="true"/>, as in SciPy and R.</value>
    public bool IsContinuityCorrected { get; init; } = true;

    /// <summary>How <see cref="MannWhitneyMethod.Permutation"/> draws; nothing else looks at it.</summary>
    /// <value>The default is 999 replicates.</value>
    public PermutationOptions Permutation { get; init; } = PermutationOptions.Default;
}
