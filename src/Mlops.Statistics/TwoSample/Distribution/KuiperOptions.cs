using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What a Kuiper test asks. Immutable, with value equality.</summary>
public sealed record KuiperOptions
{
    private readonly KuiperMethod _method;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static KuiperOptions Default { get; } = new();

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="KuiperMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public KuiperMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>How replicates are drawn where the p-value is found by permutation.</summary>
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
