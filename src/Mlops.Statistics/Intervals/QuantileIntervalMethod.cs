namespace Mlops.Statistics.Intervals;

/// <summary>How the limits of a quantile's interval are taken from the ordered values.</summary>
public enum QuantileIntervalMethod
{
    /// <summary>Two of the values: coverage is known exactly for any continuous distribution, and is never below the level for any other.</summary>
    OrderStatistics = 0,

    /// <summary>
    /// Between neighbouring values, so that coverage is close to the level instead of above it: Hettmansperger and Sheather (1986) for the median, Nyblom (1992)
    /// for any quantile. Nearly, not wholly, free of the distribution.
    /// </summary>
    Interpolated,
}
