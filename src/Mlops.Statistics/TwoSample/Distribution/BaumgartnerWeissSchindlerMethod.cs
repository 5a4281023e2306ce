namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How a Baumgartner-Weiß-Schindler p-value is found.</summary>
public enum BaumgartnerWeissSchindlerMethod
{
    /// <summary>
    /// Exact where there are at most 200,000 ways to divide the pooled values (10 against 10 have 184,756); of larger samples by permutation
    /// under ties and for one-sided alternatives, and asymptotic otherwise.
    /// </summary>
    Auto = 0,

    /// <summary>
    /// Every way to divide the pooled values as they are, ties and all. Where there are more than 20 million ways it is by permutation,
    /// which the result says.
    /// </summary>
    Exact,

    /// <summary>
    /// The limiting distribution, which holds two-sided and without ties. Where one of these is not so it is by permutation, which the result says.
    /// </summary>
    Asymptotic,

    /// <summary>By random permutation of the pooled values as they are.</summary>
    Permutation,
}
