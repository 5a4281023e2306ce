namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How a Cramér-von Mises p-value is found.</summary>
public enum CramerVonMisesMethod
{
    /// <summary>
    /// Exact where that takes milliseconds. Otherwise asymptotic without ties; with them by permutation up to 1,000 values in both samples
    /// together, and beyond by the limit given the ties.
    /// </summary>
    Auto = 0,

    /// <summary>
    /// The exact null distribution given the ties, by counting lattice paths (Xiao, Gordon and Yakovlev 2006). Where it would take too much
    /// time or memory, the asymptotic p-value is used without ties and the permutation one with them, which the result says.
    /// </summary>
    Exact,

    /// <summary>
    /// The limit for continuous data, with Anderson's correction of mean and variance, of the statistic by midranks: what SciPy gives.
    /// Under ties and unequal sizes that statistic has another mean, and this p-value may be far too small.
    /// </summary>
    Asymptotic,

    /// <summary>The limit given the ties: a sum of chi-square variables whose weights follow from how many values are equal.</summary>
    AsymptoticGivenTies,

    /// <summary>
    /// Labels permuted over the pooled values as they are, ties and all. Where both samples together have more values than an array holds,
    /// the limit given the ties is used, which the result says.
    /// </summary>
    Permutation,
}
