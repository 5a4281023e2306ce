namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How a Baumgartner-Weiß-Schindler p-value is found.</summary>
public enum BaumgartnerWeissSchindlerMethod
{
    /// <summary>
    /// Exact where the ways to divide the pooled values, times how many values there are, come to at most 4 million (10 against 10 are 3.7 million).
    /// Beyond that asymptotic where that holds and neither sample has fewer than 10 values, and otherwise by permutation.
    /// </summary>
    Auto = 0,

    /// <summary>
    /// Every way to divide the pooled values as they are, ties and all. Where the ways times the values are more than 500 million
    /// it is by permutation, which the result says.
    /// </summary>
    Exact,

    /// <summary>
    /// The limiting distribution, which holds two-sided and without ties. Where one of these is not so it is by permutation, which the result says.
    /// </summary>
    Asymptotic,

    /// <summary>By random permutation of the pooled values as they are.</summary>
    Permutation,
}
