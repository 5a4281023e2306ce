namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How an Anderson-Darling p-value is found.</summary>
public enum AndersonDarlingMethod
{
    /// <summary>
    /// By permutation up to 1,000 values in all samples together where there are ties or a sample has fewer than 20 values; otherwise asymptotic.
    /// </summary>
    Auto = 0,

    /// <summary>
    /// The limit: a sum of chi-square variables of k - 1 degrees of freedom with weights 1 / (j (j + 1)), at the standardised statistic. Under
    /// ties the weights are those that follow from how many values are equal.
    /// </summary>
    Asymptotic,

    /// <summary>Labels permuted over the pooled values as they are, ties and all.</summary>
    Permutation,

    /// <summary>
    /// A parabola through the logarithms of the seven levels that Scholz and Stephens (1987) give percentiles for, kept within [0.001, 0.25]: what SciPy
    /// gives. A p-value of 0.001 or 0.25 is a bound.
    /// </summary>
    Interpolated,
}
