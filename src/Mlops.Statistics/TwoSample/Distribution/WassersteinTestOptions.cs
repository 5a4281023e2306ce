using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What a Wasserstein test asks. Immutable, with value equality.</summary>
public sealed record WassersteinTestOptions
{
    private readonly double _order = 1;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static WassersteinTestOptions Default { get; } = new();

    /// <summary>The order p of the distance, at least 1; positive infinity asks for the largest distance that any value has to be moved.</summary>
    /// <value>The default is 1, the area between the distribution functions.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1 or NaN.</exception>
    public double Order
    {
        get => _order;
        init
        {
            Wasserstein.ThrowIfNoOrder(value, nameof(Order));
            _order = value;
        }
    }

    /// <summary>How permutations are drawn.</summary>
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
