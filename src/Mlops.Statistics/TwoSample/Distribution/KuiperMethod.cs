namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How Kuiper's p-value is found.</summary>
public enum KuiperMethod
{
    /// <summary>
    /// By permutation of at most 1,000 values in both samples together where there are ties or n m is at most 10,000, since the limit rejects too
    /// seldom there; otherwise asymptotic.
    /// </summary>
    Auto = 0,

    /// <summary>Kuiper's limit with Stephens' factor for finite samples; ties make the p-value too large, never too small.</summary>
    Asymptotic,

    /// <summary>
    /// Labels permuted over the pooled values as they are, ties and all. Where both samples together have more values than an array holds,
    /// the asymptotic p-value is used, which the result says.
    /// </summary>
    Permutation,
}
