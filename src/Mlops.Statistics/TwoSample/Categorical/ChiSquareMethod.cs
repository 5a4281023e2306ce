namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How the p-value of a chi-square test of homogeneity is found.</summary>
public enum ChiSquareMethod
{
    /// <summary>
    /// By the chi-square distribution where Cochran's (1954) rule holds: no expected count below 1, and at most a fifth of them below 5. Otherwise exact,
    /// or by Monte Carlo where there are too many tables.
    /// </summary>
    Auto = 0,

    /// <summary>By the chi-square distribution.</summary>
    Asymptotic,

    /// <summary>From all tables with the same margins; where there are too many (about a million), Monte Carlo takes its place, which the result says.</summary>
    Exact,

    /// <summary>From tables with the same margins that are drawn at random, as R's <c>simulate.p.value</c>.</summary>
    MonteCarlo,
}
