namespace Mlops.Statistics.Trend;

/// <summary>How the p-value of a Mann-Kendall test is found.</summary>
public enum MannKendallMethod
{
    /// <summary>Exact up to 33 values, asymptotic beyond.</summary>
    Auto = 0,

    /// <summary>
    /// The share of the orders of these values, ties included, with a statistic as extreme. Above 34 values it is replaced by
    /// <see cref="Asymptotic"/>.
    /// </summary>
    Exact,

    /// <summary>The normal approximation with the variance for ties.</summary>
    Asymptotic,

    /// <summary>The normal approximation without a continuity correction, which is what <c>scipy.stats.kendalltau</c> computes.</summary>
    AsymptoticUncorrected,
}
