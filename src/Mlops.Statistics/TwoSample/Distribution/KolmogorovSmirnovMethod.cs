namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How a Kolmogorov-Smirnov p-value is found.</summary>
public enum KolmogorovSmirnovMethod
{
    /// <summary>Exact when neither sample has more than 10,000 values, otherwise asymptotic.</summary>
    Auto = 0,

    /// <summary>
    /// The exact null distribution for continuous data; under ties the p-value is too large, never too small. Where it would take
    /// too long (see <see cref="KolmogorovSmirnov"/>) the asymptotic one is used, which the result says.
    /// </summary>
    Exact,

    /// <summary>Two-sided Kolmogorov's distribution at n m / (n + m) values, one-sided Hodges' approximation.</summary>
    Asymptotic,

    /// <summary>
    /// The exact null distribution given the ties: lattice paths that are held against the boundary only where a group of equal values ends
    /// (Nikiforov 1994; Schröer and Trenkler 1995). Without ties the same as <see cref="Exact"/>; with them never larger than it. O(n m) at the
    /// most; where n m exceeds 2³² it is estimated by <see cref="Permutation"/>, which the result says.
    /// </summary>
    Conditional,

    /// <summary>
    /// Labels permuted over the pooled values as they are, ties and all: an estimate of <see cref="Conditional"/> for samples too large for it.
    /// Where both samples together have more values than an array holds, the asymptotic one is used, which the result says.
    /// </summary>
    Permutation,
}
