using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Divergences;

/// <summary>How a divergence is estimated from counts. Immutable, with value equality.</summary>
public sealed record DivergenceEstimateOptions
{
    private readonly DivergenceIntervalMethod _method;
    private readonly double _confidenceLevel = 0.95;
    private readonly PermutationOptions _replicates = PermutationOptions.Default;

    internal static DivergenceEstimateOptions Default { get; } = new();

    /// <summary>How the interval is found.</summary>
    /// <value>The default is <see cref="DivergenceIntervalMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public DivergenceIntervalMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>The two-sided level of the interval, in (0,1).</summary>
    /// <value>The default is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init =>
            _confidenceLevel = value is > 0 and < 1
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(ConfidenceLevel),
                    value,
                    "The confidence level must lie in (0,1)."
                );
    }

    /// <summary>How replicates are drawn, where they are needed; all of them are, whatever is said of stopping.</summary>
    /// <value>The default is 999 replicates of seed 0.</value>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public PermutationOptions Replicates
    {
        get => _replicates;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Replicates));
            _replicates = value;
        }
    }
}
