namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>How an interval is made of the replicates of a statistic.</summary>
/// <remarks>With θ the estimate, θ* its replicates and q(p) their p quantile by linear interpolation. Efron and Tibshirani (1993), chapters 13 and 14.</remarks>
public enum BootstrapMethod
{
    /// <summary><see cref="BiasCorrectedAccelerated"/> for rows and entities, <see cref="Percentile"/> for blocks of a series and for counts.</summary>
    Auto = 0,

    /// <summary>q(α/2) to q(1 - α/2).</summary>
    Percentile,

    /// <summary>2θ - q(1 - α/2) to 2θ - q(α/2): the errors of the replicates, turned round. It may leave the statistic's range.</summary>
    Basic,

    /// <summary>
    /// Quantiles moved by the median bias of the replicates and by the acceleration that the jackknife finds (Efron 1987): second-order accurate. The jackknife
    /// leaves out one unit at a time; above 1,000 units, one of 1,000 groups of them.
    /// </summary>
    BiasCorrectedAccelerated,
}
