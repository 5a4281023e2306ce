namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Whether a chi-square statistic is corrected for the counts being whole numbers.</summary>
public enum ContinuityCorrection
{
    /// <summary>No correction.</summary>
    None = 0,

    /// <summary>Yates' (1934): with one degree of freedom, each |O - E| is lessened by 1/2, or by itself where it is smaller.</summary>
    Yates,
}
