namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>What the deviations of Levene's test are taken from.</summary>
public enum LeveneCenter
{
    /// <summary>The median: Brown and Forsythe's (1974) test, which keeps its level under skewness and heavy tails.</summary>
    Median = 0,

    /// <summary>The mean: Levene's (1960) own test, best for symmetric, light-tailed data.</summary>
    Mean,

    /// <summary>
    /// The mean of what is left when a share is cut from each end (Brown and Forsythe 1974), best for heavy tails. All deviations count;
    /// SciPy's <c>center="trimmed"</c> leaves out those of the values that it has cut, and gives another number.
    /// </summary>
    TrimmedMean,
}
