using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>What a chi-square test of homogeneity asks. Immutable, with value equality.</summary>
public sealed record ChiSquareTestOptions
{
    private readonly ChiSquareMethod _method;
    private readonly ContinuityCorrection _correction;
    private readonly PermutationOptions _permutation = PermutationOptions.Default;

    internal static ChiSquareTestOptions Default { get; } = new();

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="ChiSquareMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public ChiSquareMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>What is done with one degree of freedom, where the p-value is asymptotic; the others need no correction and have none.</summary>
    /// <value>The default is <see cref="ContinuityCorrection.None"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public ContinuityCorrection Correction
    {
        get => _correction;
        init => _correction = SampleChecks.Defined(value, nameof(Correction));
    }

    /// <summary>How tables are drawn.</summary>
    /// <value>The default is 999 replicates of seed 0.</value>
    /// <exception cref="ArgumentNullException">It is null.</exception>
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
