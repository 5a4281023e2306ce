using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What an Anderson-Darling test asks. Immutable, with value equality.</summary>
public sealed record AndersonDarlingOptions
{
    private readonly AndersonDarlingMethod _method;
    private readonly AndersonDarlingTies _ties;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static AndersonDarlingOptions Default { get; } = new();

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="AndersonDarlingMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public AndersonDarlingMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>What the statistic makes of equal values. It differs between the two without ties as well, a little.</summary>
    /// <value>The default is <see cref="AndersonDarlingTies.Midranks"/>, as SciPy's is.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public AndersonDarlingTies Ties
    {
        get => _ties;
        init => _ties = SampleChecks.Defined(value, nameof(Ties));
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
