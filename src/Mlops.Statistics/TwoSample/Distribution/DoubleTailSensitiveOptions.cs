using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What a DTS test asks. Immutable, with value equality.</summary>
public sealed record DoubleTailSensitiveOptions
{
    private readonly double _power = 1;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static DoubleTailSensitiveOptions Default { get; } = new();

    /// <summary>p, the power that differences are raised to, positive and finite.</summary>
    /// <value>The default is 1, as in the R package twosamples. 2 gives Anderson and Darling's integrand over the values instead of their ranks.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public double Power
    {
        get => _power;
        init =>
            _power =
                value > 0 && double.IsFinite(value)
                    ? value
                    : throw new ArgumentOutOfRangeException(
                        nameof(Power),
                        value,
                        $"{nameof(Power)} must be positive and finite."
                    );
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
