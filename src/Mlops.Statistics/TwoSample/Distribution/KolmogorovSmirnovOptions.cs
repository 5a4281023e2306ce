using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What a Kolmogorov-Smirnov test asks. Immutable, with value equality.</summary>
public sealed record KolmogorovSmirnovOptions
{
    private readonly TwoSampleAlternative _alternative;
    private readonly KolmogorovSmirnovMethod _method;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static KolmogorovSmirnovOptions Default { get; } = new();

    /// <summary>Which difference counts.</summary>
    /// <value>The default is <see cref="TwoSampleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TwoSampleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="KolmogorovSmirnovMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public KolmogorovSmirnovMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>How replicates are drawn where the p-value is found by <see cref="KolmogorovSmirnovMethod.Permutation"/>.</summary>
    /// <value>The default is 999 replicates.</value>
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
