namespace Mlops.Statistics.TwoSample.Location;

/// <summary>How a Kruskal-Wallis p-value is found.</summary>
public enum KruskalWallisMethod
{
    /// <summary>By permutation where a sample has fewer than five values, otherwise by chi-square.</summary>
    Auto = 0,

    /// <summary>The chi-square distribution with k - 1 degrees of freedom, as in SciPy.</summary>
    Asymptotic,

    /// <summary>Labels permuted over the values as they are, ties and all. At most 256 samples.</summary>
    Permutation,
}
