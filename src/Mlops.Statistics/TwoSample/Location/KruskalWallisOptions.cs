using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>What a Kruskal-Wallis test asks. Immutable, with value equality.</summary>
public sealed record KruskalWallisOptions
{
    private readonly KruskalWallisMethod _method;

    internal static KruskalWallisOptions Default { get; } = new();

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="KruskalWallisMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public KruskalWallisMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>How a p-value by permutation is drawn; the asymptotic one does not look at it.</summary>
    /// <value>The default is 999 replicates.</value>
    public PermutationOptions Permutation { get; init; } = PermutationOptions.Default;
}
