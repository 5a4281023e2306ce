namespace Mlops.Statistics.TwoSample.Location;

/// <summary>How a Brunner-Munzel p-value is found.</summary>
public enum BrunnerMunzelMethod
{
    /// <summary>By permutation where neither sample has more than 30 values, where Student's t rejects too often; otherwise Student's t.</summary>
    Auto = 0,

    /// <summary>Student's t with Satterthwaite's degrees of freedom.</summary>
    StudentT,

    /// <summary>The normal distribution.</summary>
    Normal,

    /// <summary>Labels permuted over the values as they are, the statistic computed anew for each: Neubert and Brunner (2007).</summary>
    Permutation,
}
