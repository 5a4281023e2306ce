namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Which expectation and variance the ranks of a Baumgartner-Weiß-Schindler statistic are measured by.</summary>
public enum BaumgartnerWeissSchindlerMoments
{
    /// <summary>Those of the limit, as in Baumgartner, Weiß and Schindler (1998) and in SciPy.</summary>
    Limiting = 0,

    /// <summary>The exact ones of the sample sizes: Murakami's modification (2006), the same when all values are mirrored.</summary>
    Exact,
}
