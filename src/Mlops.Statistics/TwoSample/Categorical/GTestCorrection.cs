namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How a likelihood-ratio statistic is brought nearer to the chi-square distribution.</summary>
public enum GTestCorrection
{
    /// <summary>No correction.</summary>
    None = 0,

    /// <summary>Yates' (1934): with one degree of freedom, each observed count moves towards the expected one by 1/2, or up to it where it is nearer. SciPy's default.</summary>
    Yates,

    /// <summary>Williams' (1976): G is divided by q = 1 + (N Σ 1/row - 1)(N Σ 1/column - 1) / (6 N (rows - 1)(columns - 1)), for any number of degrees of freedom.</summary>
    Williams,
}
